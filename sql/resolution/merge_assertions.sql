-- Touched assertions as they are now, and which blocks gain or lose members by it.
analyze new_assertion;
analyze new_block;
insert into touched_component
select distinct a.component
from touched_assertion
join resolution.assertion a using (assertion);

insert into moved_block (block, kind, delta)
select block, min(kind), sum(delta)
from (
  select n.block, n.kind, 1 as delta
  from new_block n
  where not exists (select from resolution.block b where b.block = n.block and b.assertion = n.assertion)
  union all
  select b.block, b.kind, -1
  from touched_assertion
  join resolution.assertion a using (assertion)
  cross join unnest(a.blocks) as own (block)
  join resolution.block b on b.block = own.block and b.assertion = a.assertion
  where not exists (select from new_block n where n.block = b.block and n.assertion = b.assertion)
) moved
group by block;

delete from resolution.block b
using touched_assertion t, resolution.assertion a, unnest(a.blocks) as own (block)
where a.assertion = t.assertion
  and b.block = own.block
  and b.assertion = a.assertion
  and not exists (select from new_block n where n.block = b.block and n.assertion = b.assertion);

insert into resolution.block (block, assertion, kind, is_open)
select block, assertion, kind, is_open
from new_block
order by block, assertion
on conflict do nothing;

delete from resolution.assertion a
using touched_assertion t
where a.assertion = t.assertion
  and not exists (select from new_assertion n where n.assertion = a.assertion);

insert into resolution.assertion (assertion, component, first_article, first_index, record, blocks)
select assertion, assertion, first_article, first_index, record, blocks
from new_assertion
on conflict (assertion) do update
set first_article = excluded.first_article, first_index = excluded.first_index, record = excluded.record, blocks = excluded.blocks;
