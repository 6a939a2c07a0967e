select assertion, told from resolution.claim where false;
select component, blocks from resolution.assertion where false;
select claim_set, node from resolution.deal where false;
select input_hash from resolution.state where false;
