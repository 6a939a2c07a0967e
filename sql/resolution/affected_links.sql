select l.one, l.other
from affected_assertion a
join resolution.link l on l.one = a.assertion
where l.one < l.other
