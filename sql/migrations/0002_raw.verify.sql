select article_id, facts, batch_id from raw.current_article where false;
select article_id from raw.not_re_extractable where false;
select extractor_id, dictionary from raw.extractor where false;
