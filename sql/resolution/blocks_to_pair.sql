-- Blocks of touched assertions in which there is a pair to look at. In blocks of the counted kinds, and where a touched
-- member is open, all members matter; elsewhere only the open ones. $1 and $2 are the counted kinds.
insert into paired_block (block, kind, is_whole)
select b.block, min(b.kind), min(b.kind) in ($1, $2) or bool_or(b.is_open)
from touched_assertion
join resolution.assertion a using (assertion)
cross join unnest(a.blocks) as own (block)
join resolution.block b on b.block = own.block and b.assertion = a.assertion
group by b.block
