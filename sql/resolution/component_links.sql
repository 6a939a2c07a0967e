select a.component, l.one, l.other, l.score
from affected_assertion
join resolution.assertion a using (assertion)
join resolution.link l on l.one = a.assertion
where l.one < l.other
order by a.component
