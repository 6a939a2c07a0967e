select check_name, offenders from ops.check_result where false;
select pin_id, value from ops.pin where false;
select pin_id, deals from ops.pin_match where false;
select pinned from mart.fact_deal where false;
select deal_key from ops.deals_shown_at(now()) where false;
