-- Deals that came, went or changed since deals_before was taken.
select
  case
    when b.deal_key is null then 'added'
    when a.deal_key is null then 'removed'
    else 'changed'
  end as change,
  coalesce(a.deal_key, b.deal_key) as deal_key,
  coalesce(a.companies, b.companies) as companies,
  concat_ws(
    '; ',
    case when a.type is distinct from b.type then format('type %s → %s', coalesce(b.type, '–'), coalesce(a.type, '–')) end,
    case when a.status is distinct from b.status then format('status %s → %s', coalesce(b.status, '–'), coalesce(a.status, '–')) end,
    case when (a.amount, a.currency) is distinct from (b.amount, b.currency)
      then format('amount %s → %s', coalesce(b.amount || ' ' || b.currency, '–'), coalesce(a.amount || ' ' || a.currency, '–')) end,
    case when a.announced_on is distinct from b.announced_on
      then format('announced %s → %s', coalesce(b.announced_on, '–'), coalesce(a.announced_on, '–')) end,
    case when a.companies is distinct from b.companies and b.deal_key is not null and a.deal_key is not null
      then format('parties %s → %s', b.companies, a.companies) end,
    case when a.is_additive is distinct from b.is_additive and b.deal_key is not null and a.deal_key is not null
      then format('additive %s → %s', b.is_additive, a.is_additive) end
  ) as what
from mart.deals a
full join deals_before b using (deal_key)
where (a.deal_key is null) <> (b.deal_key is null)
  or (a.type, a.status, a.companies, a.amount, a.currency, a.announced_on, a.is_additive)
    is distinct from (b.type, b.status, b.companies, b.amount, b.currency, b.announced_on, b.is_additive)
order by 1, 2
