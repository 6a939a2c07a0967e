insert into touched_cluster
select distinct r.representative_id
from touched_band
join resolution.copy c using (band)
join resolution.representative r on r.article_id = c.copy_id;

delete from resolution.copy c using touched_band t where c.band = t.band;
