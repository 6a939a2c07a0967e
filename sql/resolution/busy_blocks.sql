-- Blocks of houses with $2 members or more, among those of the assertions that are looked at. $1 kind of such blocks.
select own.block
from (
  select distinct b.block
  from {assertions}
  join resolution.assertion a using (assertion)
  cross join unnest(a.blocks) as mine (block)
  join resolution.block b on b.block = mine.block and b.assertion = a.assertion
  where b.kind = $1
) own
cross join lateral (
  select count(*) as members
  from resolution.block b
  where b.block = own.block
) now
where now.members >= $2
