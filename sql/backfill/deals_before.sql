create temporary table deals_before on commit drop as
select deal_key, type, status, status_class, companies, amount, currency, amount_usd, announced_on, is_additive
from mart.deals
