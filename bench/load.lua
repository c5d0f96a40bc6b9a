-- The script for wrk: asks for the paths in a file, one after the other, and prints its figures as one line of JSON.
-- Each pass through the file has a host name of its own, so that no request is the same as an earlier one and no cache has its
-- answer. Arguments: the file with the paths; the beginning of the host names, or '' where requests may repeat.
local paths = {}
local prefix = ''
local at = 0
local pass = 0

function init(args)
  prefix = args[2]
  for path in io.lines(args[1]) do
    paths[#paths + 1] = path
  end
end

function request()
  if prefix ~= '' and at % #paths == 0 then
    pass = pass + 1
    wrk.headers['Host'] = prefix .. pass .. '.example'
  end
  at = at + 1
  return wrk.format('GET', paths[(at - 1) % #paths + 1])
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"answers":%d,"rate":%f,"p50":%f,"p99":%f,"errors":%d}',
    summary.requests, summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
