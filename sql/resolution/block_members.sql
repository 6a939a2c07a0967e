-- Members of the blocks to look at, block by block.
select m.block, m.kind, m.is_touched, a.assertion, a.first_article, a.first_index, a.record
from (
  select b.block, p.kind, b.assertion, t.assertion is not null as is_touched, count(*) over (partition by b.block) as members
  from paired_block p
  join resolution.block b using (block)
  left join touched_assertion t on t.assertion = b.assertion
  where p.is_whole
  union all
  select b.block, p.kind, b.assertion, false, 2
  from paired_block p
  join resolution.block b on b.block = p.block and b.is_open
  where not p.is_whole
  union all
  select p.block, p.kind, a.assertion, true, 2
  from paired_block p
  join (
    select a.assertion, own.block
    from touched_assertion
    join resolution.assertion a using (assertion)
    cross join unnest(a.blocks) as own (block)
  ) a using (block)
  where not p.is_whole
    and exists (select from resolution.block b where b.block = p.block and b.is_open)
) m
join resolution.assertion a using (assertion)
where m.members > 1
order by m.block
