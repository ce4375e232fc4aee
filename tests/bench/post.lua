-- Posts the article in the file BODY with the key KEY, each time under another external id, so that every check is a new one.
local file = assert(io.open(os.getenv("BODY")))
local head, tail = file:read("a"):match("^(.-bench:)%d+(.*)$")
file:close()

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("KEY")

local start, count = os.time() % 100000, 0

function request()
    count = count + 1
    return wrk.format(nil, nil, nil, head .. string.format("%05d%05d", start, count % 100000) .. tail)
end
