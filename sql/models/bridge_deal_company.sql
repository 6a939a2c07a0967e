-- One party of a deal in a role.
select
  n.deal_key,
  p.company_id,
  r.role_key,
  c.company_key,
  p.share,
  p.is_share_stated
from staging.deal_party p
join staging.deal_number n using (claim_set)
join mart.dim_role r on r.role_id = p.role
join mart.dim_company c on c.company_id = p.company_id and c.valid_from <= n.as_of and n.as_of < c.valid_to
