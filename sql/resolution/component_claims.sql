select a.component, a.assertion, c.told, r.representative_id
from affected_assertion
join resolution.assertion a using (assertion)
join resolution.claim c using (assertion)
left join resolution.representative r using (article_id)
order by a.component
