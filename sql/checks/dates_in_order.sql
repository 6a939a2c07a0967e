-- warn: A deal is not completed before it was announced, nor does it end before it starts.
select deal_key, rumored_on, announced_on, signed_on, completed_on, terminated_on, starts_on, ends_on
from mart.fact_deal
where ops.last_day(completed_on) < ops.first_day(announced_on)
  or ops.last_day(ends_on) < ops.first_day(starts_on)
  or ops.last_day(terminated_on) < ops.first_day(signed_on)
