select a.component, a.assertion, a.first_article, a.first_index, a.record
from affected_assertion
join resolution.assertion a using (assertion)
order by a.component
