-- Where a block becomes busy or ceases to be, or is a crowd, all its members are compared again. $1 kind of the blocks of
-- houses, $2 kind of the blocks of words, $3 members of a busy block, $4 members beyond which a block is a crowd.
insert into touched_assertion
select distinct b.assertion
from (
  select block, min(kind) as kind, sum(delta) as delta
  from (
    select block, kind, delta from moved_block
    union all
    select block, kind, 0 from new_block
  ) counted
  where kind in ($1, $2)
  group by block
) own
cross join lateral (
  select count(*) as members
  from resolution.block b
  where b.block = own.block
) now
join resolution.block b using (block)
where greatest(now.members, now.members - own.delta) > $4
  or (own.kind = $1 and (now.members >= $3) <> (now.members - own.delta >= $3))
on conflict do nothing
