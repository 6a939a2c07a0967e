-- Days whose rates a deal uses now, among those that a touched deal uses or used.
select rate_day
from touched_rate_day t
where exists (select from resolution.deal d where d.rate_day = t.rate_day)
order by rate_day
