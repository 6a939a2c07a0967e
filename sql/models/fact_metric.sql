-- One subject, measure, period and unit.
select
  m.metric_id,
  m.subject_id,
  coalesce(company.company_key, -2) as company_key,
  coalesce(model.model_key, -2) as model_key,
  coalesce(region.region_key, -2::smallint) as region_key,
  coalesce(measure.measure_key, -1::smallint) as measure_key,
  coalesce(unit.unit_key, -1::smallint) as unit_key,
  m.period,
  coalesce(substring(m.period from '^(target|forecast|plan)'), 'actual') as period_kind,
  ops.date_key(
    case
      when m.period ~ '\d{4}-Q[1-4]'
        then substring(m.period from '(\d{4})-Q') || '-'
          || lpad((substring(m.period from 'Q([1-4])')::integer * 3 - 2)::text, 2, '0')
      when m.period ~ '\d{4}-H[12]'
        then substring(m.period from '(\d{4})-H') || case when m.period ~ 'H1' then '-01' else '-07' end
      else substring(m.period from '((19|20)\d{2}(-(0[1-9]|1[0-2]))?)')
    end
  ) as period_start_key,
  m.value,
  m.value_low,
  m.value_high,
  m.qualifier,
  coalesce(claims.claim_count, 0)::integer as claim_count,
  m.independent_sources,
  m.confidence
from staging.metric m
left join mart.dim_company company
  on m.subject_type = 'company' and company.company_id = m.subject_id and company.is_current
left join mart.dim_model model
  on m.subject_type = 'model' and model.model_id = m.subject_id and model.is_current
left join mart.dim_region region on m.subject_type = 'region' and region.region_id = m.subject_id
left join mart.dim_measure measure on measure.measure_id = m.measure
left join mart.dim_unit unit on unit.unit_id = m.unit
left join (
  select metric_id, count(*) as claim_count
  from staging.metric_claim
  group by metric_id
) claims using (metric_id)
