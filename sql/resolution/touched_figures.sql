insert into touched_figure
select f.kind, f.figure_id
from touched_group
join resolution.figure f using (kind, figure_group);

insert into doubtful_entity
select case when company_key <> -2 then 'company' else 'model' end, subject_id
from touched_figure f
join mart.fact_metric m on m.metric_id = f.figure_id
where f.kind = 0
  and region_key = -2
union
select case when model_key <> -2 then 'model' else 'chip' end, subject_id
from touched_figure f
join mart.fact_model_relation r on r.model_relation_id = f.figure_id
where f.kind = 1
union
select case when object_company_key <> -2 then 'company' when object_model_key <> -2 then 'model' else 'chip' end, object_id
from touched_figure f
join mart.fact_model_relation r on r.model_relation_id = f.figure_id
where f.kind = 1
on conflict do nothing;

delete from resolution.figure f using touched_group t where f.kind = t.kind and f.figure_group = t.figure_group;
