/// Deals told by made-up articles in three languages, labelled by hand: a line a claim.
///
/// `deal | article | published | type status | parties | amount | further | words`, with `-` for nothing. Traps: the same parties
/// in two deals, the same sum with other parties, second phases, rounds that follow one another, renamed companies,
/// rumours and their end, sums in three currencies, rounded and misprinted.
enum LabelledDeals {
  /// Houses: the first is told as the second, or belongs to it.
  static let parents = ["kumo-web": "kumo", "mori-ai": "mori-group", "mori-cloud": "mori-group", "tsuki-japan": "tsuki", "nami": "nami-holdings"]

  static let table = """
    d01 | ja01 | 2025-11-04 | cloud_compute signed | customer:sora provider:kumo-web | 38000000000 USD | months=84 chip=gb-x | ソラは計算資源を7年借りる契約を結んだ
    d01 | ja02 | 2025-11-05 | cloud_compute signed | customer:sora provider:kumo-web | about 5800000000000 JPY | - | クモから約5.8兆円分を調達する
    d01 | en01 | 2025-11-03 | cloud_compute announced | customer:sora provider:kumo | 38000000000 USD | on=2025-11-03 | Sora commits 38 billion dollars to Kumo
    d01 | zh01 | 2025-11-04 | partnership announced | partner:sora partner:kumo | 38000000000 USD | - | 双方达成380亿美元合作
    d01 | en02 | 2025-11-20 | cloud_compute signed | customer:sora provider:kumo-web | at_least 38000000000 USD | months=84 | the seven-year agreement
    d02 | ja01 | 2025-11-04 | cloud_compute ongoing | customer:sora provider:mado | - | - | マドとの契約も続いている
    d02 | zh02 | 2025-11-06 | cloud_compute ongoing | customer:sora provider:mado | - | - | 与马多的合作仍在继续
    d02 | en03 | 2025-11-10 | cloud_compute ongoing | customer:sora provider:mado | - | - | it still rents machines from Mado
    d03 | en04 | 2025-09-10 | cloud_compute signed | customer:sora provider:iwa | 300000000000 USD | months=60 start=2027 | a five-year contract worth 300 billion
    d03 | ja03 | 2025-09-11 | cloud_compute rumored | customer:sora provider:iwa | 300000000000 USD | months=60 | 3000億ドルの契約を結んだと報じられた
    d03 | zh03 | 2025-09-12 | cloud_compute rumored | customer:sora provider:iwa | about 2130000000000 CNY | - | 据报道签下五年大单
    d04 | en05 | 2025-07-02 | infrastructure announced | partner:sora partner:iwa | - | watt=4500000000 on=2025-07 | 4.5 gigawatts of new capacity
    d04 | ja04 | 2025-07-03 | infrastructure announced | partner:sora partner:iwa | - | watt=4500000000 | 4.5GWの増設で合意
    d04 | en04 | 2025-09-10 | infrastructure announced | partner:sora partner:iwa | - | watt=4500000000 | the capacity they announced in July
    d05 | en06 | 2025-10-06 | hardware_supply announced | customer:sora supplier:hane | - | watt=6000000000 chip=hane-4 | six gigawatts of accelerators
    d05 | ja05 | 2025-10-07 | hardware_supply announced | customer:sora supplier:hane | - | watt=6000000000 | 6GW分の半導体を供給
    d05 | zh04 | 2025-10-07 | partnership signed | partner:sora partner:hane | - | watt=6000000000 on=2025-10-06 | 六吉瓦的采购协议
    d05 | ja06 | 2025-10-08 | hardware_supply signed | customer:sora supplier:hane | - | watt=6000000000 | ハネから6ギガワット
    d06 | en06 | 2025-10-06 | equity_investment announced | investor:sora investee:hane | - | stake=10 | warrants for up to ten percent
    d06 | ja06 | 2025-10-08 | equity_investment planned | investor:sora investee:hane | - | stake=10 | 最大10%の株式を取得できる
    d07 | en07 | 2025-09-22 | equity_investment announced | investor:tsuki investee:sora | up_to 100000000000 USD | - | will invest as much as 100 billion
    d07 | ja07 | 2025-09-23 | equity_investment announced | investor:tsuki investee:sora | up_to 100000000000 USD | on=2025-09-22 | 最大1000億ドルを出資
    d07 | zh05 | 2025-09-23 | equity_investment planned | investor:tsuki investee:sora | 100000000000 USD | - | 计划投资1000亿美元
    d07 | en08 | 2026-02-03 | equity_investment terminated | investor:tsuki investee:sora | 100000000000 USD | - | the 100 billion plan is off
    d08 | en07 | 2025-09-22 | hardware_supply announced | customer:sora supplier:tsuki | - | watt=10000000000 start=2026 | at least ten gigawatts of systems
    d08 | ja07 | 2025-09-23 | partnership announced | partner:sora partner:tsuki | - | watt=10000000000 on=2025-09 | 10GWのデータセンター
    d08 | zh05 | 2025-09-23 | infrastructure announced | partner:tsuki partner:sora | - | watt=10000000000 | 十吉瓦数据中心
    d09 | en09 | 2025-03-31 | equity_investment announced | investor:nami-holdings investee:sora | 40000000000 USD | - | leads with 40 billion
    d09 | ja08 | 2025-12-31 | equity_investment completed | investor:nami investee:sora | 40000000000 USD | - | 400億ドルの出資を完了
    d09 | zh06 | 2025-04-01 | equity_investment announced | investor:nami-holdings investee:sora | about 290000000000 CNY | on=2025-03-31 | 投资约2900亿元
    d10 | en10 | 2026-02-27 | equity_investment announced | investee:sora | about 110000000000 USD | - | raises about 110 billion
    d10 | ja09 | 2026-03-31 | equity_investment completed | investee:sora | 122000000000 USD | on=2026-03-31 | 1220億ドルの調達を完了
    d10 | zh07 | 2025-12-20 | equity_investment negotiating | investee:sora | 100000000000 USD | - | 正洽谈融资1000亿美元
    d11 | en10 | 2026-02-27 | equity_investment announced | investor:kumo investee:sora | 50000000000 USD | - | of which Kumo puts in 50 billion
    d11 | ja10 | 2026-02-28 | equity_investment announced | investor:kumo investee:sora | 50000000000 USD | - | クモは500億ドルを出資
    d11 | zh08 | 2026-03-01 | equity_investment announced | investor:kumo investee:sora | about 7800000000000 JPY | - | 出资500亿美元
    d12 | en11 | 2025-09-09 | equity_investment completed | investee:kaze investor:hasu | 1700000000 EUR | round=Series_C on=2025-09-09 | a Series C of 1.7 billion euros
    d12 | ja11 | 2025-09-10 | equity_investment announced | investee:kaze | 1700000000 EUR | round=シリーズC | シリーズCで17億ユーロを調達
    d12 | zh09 | 2025-09-10 | equity_investment completed | investee:kaze investor:hasu | about 2000000000 USD | round=C轮 | 完成C轮融资
    d13 | en12 | 2024-06-11 | equity_investment completed | investee:kaze | 600000000 EUR | round=Series_B on=2024-06 | its Series B of 600 million
    d13 | ja12 | 2024-06-12 | equity_investment completed | investee:kaze | 600000000 EUR | round=シリーズB | シリーズBで6億ユーロ
    d13 | zh10 | 2024-06-12 | equity_investment completed | investee:kaze investor:mine | about 650000000 USD | round=B轮 | B轮融资约6.5亿美元
    d14 | en13 | 2026-05-02 | equity_investment rumored | investee:kaze | about 3000000000 EUR | - | in early talks to raise 3 billion
    d14 | ja13 | 2026-05-03 | equity_investment rumored | investee:kaze | 3000000000 EUR | - | 30億ユーロの調達を協議していると報じた
    d15 | en14 | 2026-04-02 | acquisition announced | acquirer:sora target:new:Tobi | - | on=2026-04-02 | Sora buys Tobi
    d15 | ja14 | 2026-04-03 | acquisition announced | acquirer:sora target:new:Tobi, Inc. | - | - | ソラがトビを買収
    d15 | zh11 | 2026-04-03 | acquisition completed | acquirer:sora target:new:TOBI | - | - | 收购Tobi
    d16 | en15 | 2026-01-29 | acquisition completed | acquirer:ringo target:new:Q.ai | about 2000000000 USD | - | bought the start-up for close to 2 billion
    d16 | ja15 | 2026-01-30 | acquisition completed | acquirer:ringo target:new:Q.ai | about 2000000000 USD | - | 約20億ドルで買収
    d16 | zh12 | 2026-01-30 | acquisition announced | acquirer:ringo target:new:Q.AI | about 310000000000 JPY | - | 以约20亿美元收购
    d17 | en15 | 2026-01-29 | acquisition completed | acquirer:ringo target:new:Tataki | 3000000000 USD | on=2014 | its largest purchase, in 2014
    d17 | ja15 | 2026-01-30 | acquisition completed | acquirer:ringo target:new:Tataki | 3000000000 USD | on=2014 | 2014年の買収に次ぐ
    d18 | en16 | 2025-06-10 | acquisition rumored | acquirer:mori-group target:hoshi | about 14000000000 USD | - | is said to want half of Hoshi
    d18 | ja16 | 2025-06-13 | equity_investment announced | investor:mori-group investee:hoshi | 14300000000 USD | stake=49 on=2025-06-12 | 株式49%を143億ドルで取得
    d18 | zh13 | 2025-06-13 | equity_investment completed | investor:mori-ai investee:hoshi | 14300000000 USD | stake=49 | 以143亿美元收购49%股权
    d18 | en17 | 2025-06-14 | equity_investment announced | investor:mori-group investee:hoshi | 14300000000 USD | stake=49 | a 49 percent stake
    d19 | en18 | 2025-03-10 | cloud_compute signed | customer:sora provider:hako | 11900000000 USD | months=60 on=2025-03-10 | an initial 11.9 billion
    d19 | ja17 | 2025-03-11 | cloud_compute signed | customer:sora provider:hako | 11900000000 USD | months=60 | 119億ドルの5年契約
    d19 | zh14 | 2025-03-11 | cloud_compute announced | customer:sora provider:hako | 11900000000 USD | - | 五年期合同
    d20 | en19 | 2025-05-15 | cloud_compute signed | customer:sora provider:hako | up_to 4000000000 USD | on=2025-05-15 | expands the deal by up to 4 billion
    d20 | ja18 | 2025-05-16 | cloud_compute signed | customer:sora provider:hako | up_to 4000000000 USD | - | 最大40億ドルを追加
    d21 | en20 | 2025-09-25 | cloud_compute signed | customer:sora provider:hako | up_to 6500000000 USD | on=2025-09-25 | expands it again by 6.5 billion
    d21 | zh15 | 2025-09-26 | cloud_compute signed | customer:sora provider:hako | 6500000000 USD | - | 再次扩大65亿美元
    d21 | ja19 | 2025-09-26 | cloud_compute announced | customer:sora provider:hako | about 970000000000 JPY | - | さらに65億ドル分を拡大
    d22 | en21 | 2025-11-18 | equity_investment announced | investor:mado investee:aki | up_to 5000000000 USD | - | Mado invests up to 5 billion
    d22 | ja20 | 2025-11-19 | equity_investment announced | investor:mado investee:aki | up_to 5000000000 USD | - | マドは最大50億ドル
    d23 | en21 | 2025-11-18 | equity_investment announced | investor:tsuki investee:aki | up_to 10000000000 USD | - | Tsuki invests up to 10 billion
    d23 | ja20 | 2025-11-19 | equity_investment announced | investor:tsuki investee:aki | up_to 10000000000 USD | - | ツキは最大100億ドル
    d23 | zh16 | 2025-11-19 | equity_investment planned | investor:tsuki investee:aki | up_to 10000000000 USD | - | 最多投资100亿美元
    d24 | en21 | 2025-11-18 | cloud_compute signed | customer:aki provider:mado | 30000000000 USD | watt=1000000000 | commits 30 billion of compute
    d24 | ja20 | 2025-11-19 | cloud_compute signed | customer:aki provider:mado | 30000000000 USD | - | 300億ドル分の計算資源
    d24 | zh16 | 2025-11-19 | cloud_compute announced | customer:aki provider:mado | 30000000000 USD | - | 采购300亿美元算力
    d25 | en22 | 2026-02-12 | equity_investment completed | investee:aki investor:yume investor:hari | 30000000000 USD | round=Series_G on=2026-02-12 | its Series G
    d25 | ja21 | 2026-02-13 | equity_investment completed | investee:aki | 30000000000 USD | round=シリーズG | シリーズGで300億ドル
    d25 | zh17 | 2026-02-13 | equity_investment completed | investee:aki investor:yume | 30000000000 USD | on=2026-02 | 完成300亿美元融资
    d25 | en23 | 2026-02-20 | equity_investment completed | investee:aki investor:hari | 30000000000 USD | - | the round of 30 billion
    d26 | en24 | 2025-09-02 | equity_investment completed | investee:aki | 13000000000 USD | round=Series_F on=2025-09-02 | closes a Series F of 13 billion
    d26 | ja22 | 2025-09-03 | equity_investment completed | investee:aki | 13000000000 USD | round=シリーズF | シリーズFで130億ドルを調達
    d26 | zh18 | 2025-09-03 | equity_investment announced | investee:aki investor:yume | 13000000000 USD | round=F轮 | F轮融资130亿美元
    d27 | en25 | 2025-10-23 | cloud_compute announced | customer:aki provider:ginga | - | chip=tpu-7 count=1000000 on=2025-10-23 | up to one million chips
    d27 | ja23 | 2025-10-24 | cloud_compute announced | customer:aki provider:ginga | - | chip=tpu-7 count=1000000 | 最大100万個の半導体
    d27 | zh19 | 2025-10-24 | partnership announced | partner:aki partner:ginga | - | count=1000000 | 使用多达一百万颗芯片
    d28 | en26 | 2026-04-24 | equity_investment planned | investor:ginga investee:aki | up_to 40000000000 USD | - | plans to invest up to 40 billion
    d28 | ja24 | 2026-04-25 | equity_investment planned | investor:ginga investee:aki | up_to 40000000000 USD | - | 最大400億ドルを投資する計画
    d29 | en27 | 2025-08-10 | equity_investment ongoing | investor:ginga investee:aki | - | stake=14 | holds about 14 percent
    d29 | ja25 | 2025-08-11 | equity_investment ongoing | investor:ginga investee:aki | - | stake=14 | 14%を保有する
    d30 | en28 | 2024-11-22 | equity_investment announced | investor:kumo investee:aki | 4000000000 USD | on=2024-11-22 | another 4 billion
    d30 | ja26 | 2024-11-23 | equity_investment announced | investor:kumo investee:aki | 4000000000 USD | - | 40億ドルを追加出資
    d30 | zh20 | 2024-11-23 | equity_investment completed | investor:kumo investee:aki | 4000000000 USD | - | 追加投资40亿美元
    d31 | en29 | 2025-02-01 | equity_investment ongoing | investor:kumo investee:aki | 8000000000 USD | sum | 8 billion in all
    d31 | ja27 | 2025-02-02 | equity_investment ongoing | investor:kumo investee:aki | 8000000000 USD | sum | 累計80億ドル
    d32 | ja28 | 2026-06-01 | partnership planned | partner:fude partner:suzu | - | - | 両社は販売と保守で組む
    d32 | ja29 | 2026-06-20 | partnership planned | partner:fude partner:suzu | - | - | 5分野で協業へ
    d33 | ja30 | 2026-03-05 | partnership signed | partner:hon partner:techo | - | - | 資本業務提携を結んだ
    d33 | ja31 | 2026-03-06 | partnership announced | partner:hon partner:techo | - | - | 提携を発表
    d34 | ja32 | 2025-10-08 | partnership announced | partner:new:ヤマト銀 partner:fuku | - | - | 勘定系の開発に生成AIを導入
    d34 | ja33 | 2025-10-09 | partnership announced | partner:new:ヤマト銀 partner:fuku | - | - | 勘定系の開発に生成AIを導入
    d35 | en30 | 2026-06-08 | public_offering planned | issuer:sora | - | on=2026-06-08 | plans to list in September
    d35 | ja34 | 2026-06-09 | public_offering planned | issuer:sora | - | - | 上場を計画
    d35 | zh21 | 2026-05-20 | public_offering rumored | issuer:sora | - | - | 据报正筹备上市
    d35 | ja35 | 2026-04-01 | public_offering speculated | issuer:sora | - | - | 上場も近いとみられる
    d36 | en31 | 2026-06-01 | public_offering planned | issuer:aki | - | - | filed confidentially
    d36 | ja36 | 2026-06-02 | public_offering planned | issuer:aki | - | - | 上場を申請した
    d36 | zh22 | 2026-06-02 | public_offering planned | issuer:aki | 60000000000 USD | - | 拟募资600亿美元
    d37 | en32 | 2026-01-14 | cloud_compute signed | customer:sora provider:same | at_least 10000000000 USD | watt=750000000 | more than 10 billion for 750 megawatts
    d37 | ja37 | 2026-01-15 | cloud_compute signed | customer:sora provider:same | at_least 10000000000 USD | watt=750000000 | 100億ドル超
    d37 | zh23 | 2026-01-15 | hardware_supply announced | customer:sora supplier:same | - | watt=750000000 on=2026-01-14 | 750兆瓦
    d38 | en33 | 2026-02-04 | equity_investment completed | investee:same | 1000000000 USD | on=2026-02-04 | raised 1 billion
    d38 | ja38 | 2026-02-05 | equity_investment completed | investee:same investor:mine | 1000000000 USD | - | 10億ドルを調達
    d39 | en34 | 2024-09-30 | public_offering planned | issuer:same | - | on=2024-09-30 | filed for a listing
    d39 | ja39 | 2024-10-01 | public_offering planned | issuer:same | - | - | 上場を申請
    d40 | en35 | 2026-04-17 | public_offering planned | issuer:same | - | on=2026-04-17 | files again
    d40 | ja40 | 2026-04-18 | public_offering planned | issuer:same | - | on=2026-04-17 | 再び申請した
    d41 | en36 | 2025-09-18 | equity_investment announced | investor:tsuki investee:chikara | 5000000000 USD | on=2025-09-18 | buys 5 billion of shares
    d41 | ja41 | 2025-09-19 | equity_investment announced | investor:tsuki investee:chikara | 5000000000 USD | - | 50億ドルを出資
    d41 | zh24 | 2025-12-29 | equity_investment completed | investor:tsuki investee:chikara | 5000000000 USD | - | 完成50亿美元投资
    d41 | ja42 | 2025-12-30 | equity_investment completed | investor:tsuki-japan investee:chikara | about 5000000000 USD | - | 約50億ドルの取得を終えた
    d42 | en36 | 2025-09-18 | partnership announced | partner:tsuki partner:chikara | - | chip=rtx-c | will build chips together
    d42 | ja41 | 2025-09-19 | partnership announced | partner:tsuki partner:chikara | - | chip=rtx-c | 共同で開発する
    d43 | en37 | 2025-10-28 | equity_investment announced | investor:tsuki investee:nokko | 1000000000 USD | on=2025-10-28 | invests 1 billion
    d43 | ja43 | 2025-10-29 | equity_investment announced | investor:tsuki investee:nokko | 1000000000 USD | - | 10億ドルを出資
    d43 | zh25 | 2025-10-29 | equity_investment planned | investor:tsuki investee:nokko | about 153000000000 JPY | - | 将投资10亿美元
    d44 | en38 | 2025-10-28 | equity_investment announced | investor:tsuki investee:rikka | 1000000000 USD | on=2025-10-28 | a billion for Rikka
    d44 | ja44 | 2025-10-29 | equity_investment announced | investor:tsuki investee:rikka | 1000000000 USD | - | リッカに10億ドル
    d45 | en39 | 2025-09-16 | infrastructure announced | builder:mado | 22000000000 GBP | on=2025-09-16 | 22 billion pounds in Britain
    d45 | ja45 | 2025-09-17 | infrastructure announced | builder:mado | 22000000000 GBP | on=2025-09-16 | 英国に220億ポンド
    d45 | zh26 | 2025-09-17 | infrastructure announced | builder:mado | about 30000000000 USD | on=2025-09-16 | 在英国投资300亿美元
    d46 | en39 | 2025-09-16 | infrastructure announced | builder:ginga | 5000000000 GBP | on=2025-09-16 | 5 billion pounds
    d46 | ja45 | 2025-09-17 | infrastructure announced | builder:ginga | 5000000000 GBP | on=2025-09-16 | 50億ポンド
    d47 | en40 | 2025-01-21 | infrastructure announced | partner:sora partner:iwa partner:nami-holdings | 500000000000 USD | product=hoshimon on=2025-01-21 | the 500 billion project
    d47 | ja46 | 2025-01-22 | joint_venture announced | partner:sora partner:iwa partner:nami-holdings | 500000000000 USD | product=hoshimon | 5000億ドルの事業
    d47 | zh27 | 2025-01-22 | joint_venture announced | partner:sora partner:nami-holdings partner:iwa | up_to 500000000000 USD | - | 最高5000亿美元
    d48 | en41 | 2025-11-13 | equity_investment completed | investee:yubi investor:akasaka investor:tsuki | 2300000000 USD | on=2025-11-13 | a 2.3 billion round
    d48 | zh28 | 2025-11-14 | equity_investment announced | investee:yubi investor:akasaka investor:kori | 2300000000 USD | - | 23亿美元融资
    d48 | ja47 | 2025-11-14 | equity_investment completed | investee:yubi | 2300000000 USD | - | 23億ドルを調達
    d49 | en42 | 2025-06-05 | equity_investment completed | investee:yubi | 900000000 USD | on=2025-06-05 | 900 million in June
    d49 | ja48 | 2025-06-06 | equity_investment completed | investee:yubi | 900000000 USD | on=2025-06 | 9億ドルを調達
    d50 | zh29 | 2024-03-10 | equity_investment completed | investee:meian investor:ari investor:sashi | at_least 1000000000 USD | round=第三轮 on=2024 | 第三轮融资超10亿美元
    d50 | en43 | 2024-03-11 | equity_investment completed | investee:meian investor:ari | 1000000000 USD | on=2024 | raised over 1 billion
    d51 | zh29 | 2024-03-10 | equity_investment completed | investee:meian investor:ari investor:sashi | about 200000000 USD | round=第二轮 on=2023 | 第二轮融资约2亿美元
    d51 | zh30 | 2023-10-12 | equity_investment completed | investee:meian investor:ari | about 200000000 USD | round=第二轮 on=2023 | 完成约2亿美元融资
    d52 | zh29 | 2024-03-10 | equity_investment completed | investee:meian investor:hongo investor:sashi | 60000000 USD | round=第一轮 on=2023 | 第一轮融资6000万美元
    d52 | zh31 | 2023-06-20 | equity_investment completed | investee:meian investor:hongo | 60000000 USD | round=第一轮 | 第一轮
    d53 | en44 | 2025-12-11 | license announced | licensee:sora licensor:eiga | - | model=ebi on=2025-12-11 | licenses its characters
    d53 | ja49 | 2025-12-12 | license signed | licensee:sora licensor:eiga | - | model=ebi | キャラクターの使用を許諾
    d53 | zh32 | 2025-12-12 | license announced | licensee:sora licensor:eiga | - | model=ebi | 授权角色
    d54 | en44 | 2025-12-11 | equity_investment announced | investor:eiga investee:sora | 1000000000 USD | on=2025-12-11 | and invests 1 billion
    d54 | ja49 | 2025-12-12 | equity_investment announced | investor:eiga investee:sora | 1000000000 USD | - | 10億ドルを出資
    d55 | en45 | 2026-02-27 | license signed | licensee:us-gov licensor:sora | - | on=2026-02-27 | models on the classified network
    d55 | ja50 | 2026-02-28 | license announced | licensee:us-gov licensor:sora | - | - | 機密網での利用に合意
    d56 | en46 | 2026-02-25 | license terminated | licensee:us-gov licensor:aki | - | - | the talks broke down
    d56 | ja51 | 2026-02-26 | license terminated | licensee:us-gov licensor:aki | - | - | 協議は決裂した
    d57 | en47 | 2025-10-15 | acquisition announced | acquirer:kuro acquirer:tsuki target:narabi | 40000000000 USD | on=2025-10-15 | buy Narabi for 40 billion
    d57 | ja52 | 2025-10-16 | acquisition announced | acquirer:kuro target:narabi | 40000000000 USD | - | 400億ドルで買収
    d57 | zh33 | 2025-10-16 | acquisition planned | acquirer:kuro target:narabi | about 6000000000000 JPY | - | 拟以400亿美元收购
    d58 | en48 | 2025-07-07 | acquisition announced | acquirer:hako target:kogane | 9000000000 USD | on=2025-07-07 | all-stock, 9 billion
    d58 | ja53 | 2025-10-31 | acquisition terminated | acquirer:hako target:kogane | 9000000000 USD | - | 株主が否決した
    d58 | zh34 | 2025-07-08 | acquisition announced | acquirer:hako target:kogane | 9000000000 USD | - | 90亿美元收购
    d59 | en49 | 2025-12-24 | license announced | licensee:tsuki licensor:guroku | 20000000000 USD | on=2025-12-24 | licenses the design for 20 billion
    d59 | ja54 | 2025-12-25 | acquisition rumored | acquirer:tsuki target:guroku | 20000000000 USD | - | 200億ドルで取得と報じられた
    d59 | zh35 | 2025-12-25 | license signed | licensee:tsuki licensor:guroku | about 20000000000 USD | - | 约200亿美元授权
    d60 | en50 | 2025-09-30 | debt_financing announced | borrower:mori-group lender:piko lender:buru | 27000000000 USD | on=2025-09-30 | a 27 billion financing
    d60 | ja55 | 2025-10-01 | debt_financing completed | borrower:mori-group lender:piko | 27000000000 USD | - | 270億ドルを借り入れる
    d60 | zh36 | 2025-10-01 | debt_financing announced | borrower:mori-group lender:buru | 27000000000 USD | - | 270亿美元融资
    d61 | en51 | 2025-08-21 | cloud_compute signed | customer:mori-group provider:ginga | at_least 10000000000 USD | months=72 on=2025-08-21 | six years, over 10 billion
    d61 | ja56 | 2025-08-22 | cloud_compute signed | customer:mori-group provider:ginga | 10000000000 USD | months=72 | 6年で100億ドル
    d61 | zh37 | 2025-08-22 | cloud_compute rumored | customer:mori-ai provider:ginga | at_least 10000000000 USD | - | 逾100亿美元
    d62 | en52 | 2025-09-25 | cloud_compute signed | customer:mori-group provider:hako | 14200000000 USD | on=2025-09-30 | 14.2 billion through 2031
    d62 | ja57 | 2025-10-01 | cloud_compute signed | customer:mori-group provider:hako | 14200000000 USD | - | 142億ドルの契約
    d63 | en53 | 2025-09-08 | cloud_compute signed | customer:mado provider:kumori | 17400000000 USD | on=2025-09-08 | 17.4 billion
    d63 | ja58 | 2025-09-09 | cloud_compute signed | customer:mado provider:kumori | 17400000000 USD | - | 174億ドル
    d63 | zh38 | 2025-09-09 | cloud_compute signed | customer:mado provider:kumori | up_to 19400000000 USD | on=2025-09-08 | 最高194亿美元
    d64 | en54 | 2025-11-03 | cloud_compute signed | customer:mado provider:ayame | 9700000000 USD | months=60 on=2025-11-03 | 9.7 billion over five years
    d64 | ja59 | 2025-11-04 | cloud_compute signed | customer:mado provider:ayame | 9700000000 USD | months=60 | 5年で97億ドル
    d64 | ja60 | 2025-11-04 | cloud_compute signed | customer:mado provider:ayame | 970000000 USD | months=60 | 9.7億ドル
    d65 | en55 | 2026-03-24 | partnership announced | partner:ude partner:mori-group | - | chip=agi-cpu on=2026-03-24 | a processor made together
    d65 | ja61 | 2026-03-25 | partnership announced | partner:ude partner:mori-group | - | chip=agi-cpu | 共同で開発した
    d65 | zh39 | 2026-03-25 | hardware_supply announced | customer:mori-ai supplier:ude | - | chip=agi-cpu on=2026-03-24 | 共同研发处理器
    d66 | en56 | 2025-06-03 | energy_supply signed | customer:mori-group supplier:seiza | - | months=240 watt=1121000000 | twenty years of 1,121 megawatts
    d66 | ja62 | 2025-06-04 | energy_supply signed | customer:mori-group supplier:seiza | - | months=240 watt=1100000000 | 20年間の電力供給
    d66 | zh40 | 2025-06-04 | energy_supply announced | customer:mori-group supplier:seiza | - | months=240 | 二十年供电协议
    d67 | en57 | 2024-09-20 | energy_supply signed | customer:mado supplier:seiza | - | months=240 on=2024-09-20 | twenty years of power
    d67 | ja63 | 2024-09-21 | energy_supply signed | customer:mado supplier:seiza | - | months=240 | 20年の契約
    d68 | ja64 | 2026-01-10 | partnership announced | partner:sora partner:new:ミナト電機 | - | - | 業務で組む
    d68 | ja65 | 2026-01-12 | partnership signed | partner:sora partner:new:ミナト電機株式会社 | - | - | 契約を結んだ
    d69 | en58 | 2026-01-10 | partnership announced | partner:sora partner:new:Minato Bank | - | - | a pilot in branches
    d69 | zh41 | 2026-01-11 | partnership announced | partner:sora partner:new:Minato Bank | - | - | 试点
    d70 | en59 | 2025-12-01 | equity_investment denied | investor:mado investee:kaze | about 2000000000 USD | - | Mado denied it
    d70 | ja66 | 2025-11-30 | equity_investment rumored | investor:mado investee:kaze | about 2000000000 USD | - | 20億ドルの出資を検討していると報じられた
    d70 | zh42 | 2025-12-01 | equity_investment rumored | investor:mado investee:kaze | 2000000000 USD | - | 据报考虑投资20亿美元
    d71 | en60 | 2026-04-13 | cloud_compute signed | customer:aki provider:kumo-web | 100000000000 USD | watt=5000000000 on=2026-04-13 | more than 100 billion over ten years
    d71 | ja67 | 2026-04-14 | cloud_compute signed | customer:aki provider:kumo | 100000000000 USD | watt=5000000000 | 10年で1000億ドル
    d71 | zh43 | 2026-04-14 | cloud_compute announced | customer:aki provider:kumo-web | at_least 100000000000 USD | - | 十年逾千亿美元
    d72 | en60 | 2026-04-13 | equity_investment announced | investor:kumo investee:aki | 5000000000 USD | on=2026-04-13 | and puts in another 5 billion
    d72 | ja67 | 2026-04-14 | equity_investment announced | investor:kumo investee:aki | 5000000000 USD | - | 50億ドルを追加で出資
    d73 | en61 | 2026-03-10 | hardware_supply signed | customer:mori-group supplier:hane | up_to 100000000000 USD | months=60 watt=6000000000 on=2026-02-24 | six gigawatts over five years
    d73 | ja68 | 2026-02-25 | hardware_supply signed | customer:mori-group supplier:hane | up_to 100000000000 USD | watt=6000000000 | 6GW分の半導体を最大1000億ドルで
    d73 | zh44 | 2026-02-25 | partnership announced | partner:mori-group partner:hane | - | watt=6000000000 on=2026-02-24 | 六吉瓦芯片
    d74 | ja69 | 2025-05-20 | joint_venture announced | partner:nami-holdings partner:sora venture:nami-sora | - | on=2025-02-03 | 折半で合弁を設ける
    d74 | en62 | 2025-02-03 | joint_venture announced | partner:nami-holdings partner:sora venture:nami-sora | - | on=2025-02-03 | a joint venture for enterprises
    d75 | en63 | 2025-10-13 | hardware_supply announced | customer:sora supplier:hirobumi | - | watt=10000000000 on=2025-10-13 | ten gigawatts of custom chips
    d75 | ja70 | 2025-10-14 | hardware_supply announced | customer:sora supplier:hirobumi | - | watt=10000000000 | 10GWの独自半導体
    d75 | zh45 | 2025-10-14 | partnership announced | partner:sora partner:hirobumi | - | watt=10000000000 | 十吉瓦定制芯片
    d76 | en64 | 2025-09-05 | hardware_supply rumored | customer:sora supplier:hirobumi | 10000000000 USD | - | a mystery order of 10 billion
    d76 | ja71 | 2025-09-06 | hardware_supply rumored | customer:sora supplier:hirobumi | 10000000000 USD | - | 100億ドルの受注
    d77 | en65 | 2026-02-02 | acquisition completed | acquirer:uchu target:karasu | 250000000000 USD | on=2026-02-02 | merged in an all-stock deal
    d77 | ja72 | 2026-02-03 | acquisition completed | acquirer:uchu target:karasu | 250000000000 USD | - | 統合を完了
    d77 | zh46 | 2026-01-30 | acquisition rumored | acquirer:uchu target:karasu | - | - | 据报将合并
    d78 | en66 | 2026-01-28 | equity_investment completed | investor:den investee:karasu | 2000000000 USD | round=Series_E on=2026-01-28 | 2 billion in the Series E
    d78 | ja73 | 2026-01-29 | equity_investment completed | investor:den investee:karasu | 2000000000 USD | - | 20億ドルを出資
    d79 | en67 | 2026-01-06 | equity_investment completed | investee:karasu investor:katari investor:tsuki | 20000000000 USD | round=Series_E on=2026-01-06 | closes its 20 billion Series E
    d79 | zh47 | 2026-01-07 | equity_investment completed | investee:karasu | 20000000000 USD | round=E轮 | 完成200亿美元E轮融资
    """
}
