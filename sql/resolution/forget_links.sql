insert into dropped_link
select l.one, l.other
from touched_assertion t
join resolution.link l on l.one = t.assertion;

delete from resolution.link l using dropped_link d where l.one = d.one and l.other = d.other;
delete from resolution.link l using dropped_link d where l.one = d.other and l.other = d.one;
