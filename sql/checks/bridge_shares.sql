-- block: The shares of a deals parties sum to 1 within each role.
select deal_key, role_key, sum(share) as share
from mart.bridge_deal_company
where {touched deal_key}
group by deal_key, role_key
having abs(sum(share) - 1) > 0.000001
