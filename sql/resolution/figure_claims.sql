select f.kind, f.figure_group, f.told, r.representative_id
from touched_group
join resolution.figure_claim f using (kind, figure_group)
left join resolution.representative r using (article_id)
order by f.kind, f.figure_group
