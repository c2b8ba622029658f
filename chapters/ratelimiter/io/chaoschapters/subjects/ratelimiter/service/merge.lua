-- Raises one node's total, never lowers it, and returns the sum over all nodes: replays and late
-- arrivals change nothing. KEYS[1]: hash; ARGV: field, total, expiry in ms since 1970.
local known = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0)
if tonumber(ARGV[2]) > known then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  redis.call('PEXPIREAT', KEYS[1], ARGV[3])
end
local sum = 0
for _, total in ipairs(redis.call('HVALS', KEYS[1])) do
  sum = sum + total
end
return sum
