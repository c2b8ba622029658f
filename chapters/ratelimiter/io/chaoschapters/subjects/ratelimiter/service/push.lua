-- Adds hits to a counter and reads it. KEYS[1]: counter; ARGV: hits, expiry in ms since 1970.
if ARGV[1] == '0' then
  return tonumber(redis.call('GET', KEYS[1]) or 0)
end
local count = redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('PEXPIREAT', KEYS[1], ARGV[2])
return count
