# syntax=docker/dockerfile:1
# docker build -t labelservice .
# docker run -p 8080:8080 -v labelservice-data:/app/data -v "$PWD/rules:/app/rules:ro" labelservice
# docker exec CONTAINER labels key create ...

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY .editorconfig BannedSymbols.txt Directory.Build.props Directory.Packages.props global.json ./
COPY src/ src/
COPY rules/schema/ rules/schema/
# For the workshop's editor, which is bundled from npm packages.
RUN command -v npm >/dev/null || { apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*; }
RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish src/LabelService.Web --configuration Release --output /out/web
RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish src/LabelService.Cli --configuration Release --output /out/cli
RUN mkdir -p /out/data

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /out/web ./
COPY --from=build /out/cli cli/
COPY rules/ rules/
# The base image's user without rights; an empty volume takes the folder's owner over.
COPY --from=build --chown=$APP_UID:$APP_UID /out/data data/
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080 \
    PATH="/app/cli:${PATH}"
EXPOSE 8080
VOLUME /app/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["dotnet", "/app/cli/labels.dll", "health"]
ENTRYPOINT ["dotnet", "LabelService.Web.dll"]
