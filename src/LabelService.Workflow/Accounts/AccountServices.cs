using LabelService.Workflow.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Workflow.Accounts;

/// <summary>What both hosts wire in for people.</summary>
internal static class AccountServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;

            // The address is the name; AccountFields judges it.
            identity.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<LabelContext>();

        // Kept in the store: a restart keeps people signed in, and every node reads what another wrote.
        services.AddDataProtection().SetApplicationName("LabelService").PersistKeysToDbContext<LabelContext>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<SignInService>();
        services.AddSingleton<PersonKeyService>();
        services.AddScoped<AccountStore>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<AccountService>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<BootstrapAdministrator>();
    }
}
