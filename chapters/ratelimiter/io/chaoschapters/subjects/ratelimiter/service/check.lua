-- One atomic check. KEYS[1]: counter prefix; ARGV: limit, window length in ms, retention in ms.
-- The window comes from the store's clock, so that all nodes agree on it.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local length = tonumber(ARGV[2])
local id = math.floor(now / length)
local counter = KEYS[1] .. ':' .. string.format('%d', id)
local count = tonumber(redis.call('GET', counter) or 0)
if count >= tonumber(ARGV[1]) then
  return {0, count, id, now}
end
count = redis.call('INCR', counter)
if count == 1 then
  redis.call('PEXPIREAT', counter, string.format('%d', (id + 1) * length + ARGV[3]))
end
return {1, count, id, now}
