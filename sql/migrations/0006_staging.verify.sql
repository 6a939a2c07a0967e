select claim_set, deal_key from staging.deal_number where false;
select * from staging.claim_value where false;
