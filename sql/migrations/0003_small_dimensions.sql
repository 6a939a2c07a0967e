-- The small conformed dimensions and the calendar, with their members.
create table mart.dim_date (
  date_key integer primary key,
  day date unique,
  year smallint,
  quarter smallint,
  month smallint,
  day_of_month smallint,
  iso_year smallint,
  iso_week smallint,
  iso_weekday smallint,
  fiscal_year_jp smallint,
  fiscal_quarter_jp smallint,
  year_month text not null,
  year_quarter text not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_date is 'One day, 1990 to 2050; -1 is the unknown day. Partial dates hold the key of their first day and their text beside it.';
comment on column mart.dim_date.date_key is 'yyyymmdd; -1 not stated.';
comment on column mart.dim_date.day is 'The day.';
comment on column mart.dim_date.year is 'Calendar year.';
comment on column mart.dim_date.quarter is 'Calendar quarter, 1 to 4.';
comment on column mart.dim_date.month is 'Month, 1 to 12.';
comment on column mart.dim_date.day_of_month is 'Day of the month.';
comment on column mart.dim_date.iso_year is 'Year of the ISO 8601 week.';
comment on column mart.dim_date.iso_week is 'ISO 8601 week, 1 to 53.';
comment on column mart.dim_date.iso_weekday is '1 Monday to 7 Sunday.';
comment on column mart.dim_date.fiscal_year_jp is 'Japanese fiscal year, April to March, by the year it begins in.';
comment on column mart.dim_date.fiscal_quarter_jp is 'Quarter of the Japanese fiscal year; April to June is 1.';
comment on column mart.dim_date.year_month is 'Sortable month: 2025-11.';
comment on column mart.dim_date.year_quarter is 'Sortable quarter: 2025-Q4.';
comment on column mart.dim_date.name_en is 'Written out in English.';
comment on column mart.dim_date.name_ja is 'Written out in Japanese.';
comment on column mart.dim_date.name_zh is 'Written out in Chinese.';

insert into mart.dim_date (date_key, year_month, year_quarter, name_en, name_ja, name_zh)
values (-1, 'not stated', 'not stated', 'not stated', '不明', '未说明');
insert into mart.dim_date
select
  to_char(d, 'YYYYMMDD')::integer,
  d,
  extract(year from d),
  extract(quarter from d),
  extract(month from d),
  extract(day from d),
  extract(isoyear from d),
  extract(week from d),
  extract(isodow from d),
  extract(year from d - interval '3 months'),
  extract(quarter from d - interval '3 months'),
  to_char(d, 'YYYY-MM'),
  to_char(d, 'YYYY-"Q"Q'),
  to_char(d, 'FMDD FMMonth YYYY'),
  to_char(d, 'YYYY"年"FMMM"月"FMDD"日"'),
  to_char(d, 'YYYY"年"FMMM"月"FMDD"日"')
from (
  select generate_series(date '1990-01-01', date '2050-12-31', interval '1 day')::date
) as days (d);

create table mart.dim_region (
  region_key smallint primary key,
  region_id text collate "C" not null unique,
  kind text not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_region is 'One country (ISO 3166), the world, the industry: what a figure can be about besides companies and models.';
comment on column mart.dim_region.region_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_region.region_id is 'The word that facts use.';
comment on column mart.dim_region.kind is 'country, union, world or industry.';
comment on column mart.dim_region.name_en is 'Name in English.';
comment on column mart.dim_region.name_ja is 'Name in Japanese.';
comment on column mart.dim_region.name_zh is 'Name in Chinese.';
insert into mart.dim_region (region_key, region_id, kind, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'world', 'world', 'World', '世界', '全球'),
  (2, 'industry', 'industry', 'AI industry', 'AI業界', '人工智能行业'),
  (3, 'EU', 'union', 'European Union', '欧州連合', '欧盟'),
  (10, 'AD', 'country', 'Andorra', 'アンドラ', '安道尔'),
  (11, 'AE', 'country', 'United Arab Emirates', 'アラブ首長国連邦', '阿拉伯联合酋长国'),
  (12, 'AF', 'country', 'Afghanistan', 'アフガニスタン', '阿富汗'),
  (13, 'AG', 'country', 'Antigua & Barbuda', 'アンティグア・バーブーダ', '安提瓜和巴布达'),
  (14, 'AI', 'country', 'Anguilla', 'アンギラ', '安圭拉'),
  (15, 'AL', 'country', 'Albania', 'アルバニア', '阿尔巴尼亚'),
  (16, 'AM', 'country', 'Armenia', 'アルメニア', '亚美尼亚'),
  (17, 'AO', 'country', 'Angola', 'アンゴラ', '安哥拉'),
  (18, 'AQ', 'country', 'Antarctica', '南極', '南极洲'),
  (19, 'AR', 'country', 'Argentina', 'アルゼンチン', '阿根廷'),
  (20, 'AS', 'country', 'American Samoa', '米領サモア', '美属萨摩亚'),
  (21, 'AT', 'country', 'Austria', 'オーストリア', '奥地利'),
  (22, 'AU', 'country', 'Australia', 'オーストラリア', '澳大利亚'),
  (23, 'AW', 'country', 'Aruba', 'アルバ', '阿鲁巴'),
  (24, 'AX', 'country', 'Åland Islands', 'オーランド諸島', '奥兰群岛'),
  (25, 'AZ', 'country', 'Azerbaijan', 'アゼルバイジャン', '阿塞拜疆'),
  (26, 'BA', 'country', 'Bosnia & Herzegovina', 'ボスニア・ヘルツェゴビナ', '波斯尼亚和黑塞哥维那'),
  (27, 'BB', 'country', 'Barbados', 'バルバドス', '巴巴多斯'),
  (28, 'BD', 'country', 'Bangladesh', 'バングラデシュ', '孟加拉国'),
  (29, 'BE', 'country', 'Belgium', 'ベルギー', '比利时'),
  (30, 'BF', 'country', 'Burkina Faso', 'ブルキナファソ', '布基纳法索'),
  (31, 'BG', 'country', 'Bulgaria', 'ブルガリア', '保加利亚'),
  (32, 'BH', 'country', 'Bahrain', 'バーレーン', '巴林'),
  (33, 'BI', 'country', 'Burundi', 'ブルンジ', '布隆迪'),
  (34, 'BJ', 'country', 'Benin', 'ベナン', '贝宁'),
  (35, 'BL', 'country', 'St. Barthélemy', 'サン・バルテルミー', '圣巴泰勒米'),
  (36, 'BM', 'country', 'Bermuda', 'バミューダ', '百慕大'),
  (37, 'BN', 'country', 'Brunei', 'ブルネイ', '文莱'),
  (38, 'BO', 'country', 'Bolivia', 'ボリビア', '玻利维亚'),
  (39, 'BQ', 'country', 'Caribbean Netherlands', 'オランダ領カリブ', '荷属加勒比区'),
  (40, 'BR', 'country', 'Brazil', 'ブラジル', '巴西'),
  (41, 'BS', 'country', 'Bahamas', 'バハマ', '巴哈马'),
  (42, 'BT', 'country', 'Bhutan', 'ブータン', '不丹'),
  (43, 'BV', 'country', 'Bouvet Island', 'ブーベ島', '布韦岛'),
  (44, 'BW', 'country', 'Botswana', 'ボツワナ', '博茨瓦纳'),
  (45, 'BY', 'country', 'Belarus', 'ベラルーシ', '白俄罗斯'),
  (46, 'BZ', 'country', 'Belize', 'ベリーズ', '伯利兹'),
  (47, 'CA', 'country', 'Canada', 'カナダ', '加拿大'),
  (48, 'CC', 'country', 'Cocos (Keeling) Islands', 'ココス（キーリング）諸島', '科科斯（基林）群岛'),
  (49, 'CD', 'country', 'Congo - Kinshasa', 'コンゴ民主共和国（キンシャサ）', '刚果（金）'),
  (50, 'CF', 'country', 'Central African Republic', '中央アフリカ共和国', '中非共和国'),
  (51, 'CG', 'country', 'Congo - Brazzaville', 'コンゴ共和国（ブラザビル）', '刚果（布）'),
  (52, 'CH', 'country', 'Switzerland', 'スイス', '瑞士'),
  (53, 'CI', 'country', 'Côte d’Ivoire', 'コートジボワール', '科特迪瓦'),
  (54, 'CK', 'country', 'Cook Islands', 'クック諸島', '库克群岛'),
  (55, 'CL', 'country', 'Chile', 'チリ', '智利'),
  (56, 'CM', 'country', 'Cameroon', 'カメルーン', '喀麦隆'),
  (57, 'CN', 'country', 'China', '中国', '中国'),
  (58, 'CO', 'country', 'Colombia', 'コロンビア', '哥伦比亚'),
  (59, 'CR', 'country', 'Costa Rica', 'コスタリカ', '哥斯达黎加'),
  (60, 'CU', 'country', 'Cuba', 'キューバ', '古巴'),
  (61, 'CV', 'country', 'Cape Verde', 'カーボベルデ', '佛得角'),
  (62, 'CW', 'country', 'Curaçao', 'キュラソー', '库拉索'),
  (63, 'CX', 'country', 'Christmas Island', 'クリスマス島', '圣诞岛'),
  (64, 'CY', 'country', 'Cyprus', 'キプロス', '塞浦路斯'),
  (65, 'CZ', 'country', 'Czechia', 'チェコ', '捷克'),
  (66, 'DE', 'country', 'Germany', 'ドイツ', '德国'),
  (67, 'DJ', 'country', 'Djibouti', 'ジブチ', '吉布提'),
  (68, 'DK', 'country', 'Denmark', 'デンマーク', '丹麦'),
  (69, 'DM', 'country', 'Dominica', 'ドミニカ国', '多米尼克'),
  (70, 'DO', 'country', 'Dominican Republic', 'ドミニカ共和国', '多米尼加共和国'),
  (71, 'DZ', 'country', 'Algeria', 'アルジェリア', '阿尔及利亚'),
  (72, 'EC', 'country', 'Ecuador', 'エクアドル', '厄瓜多尔'),
  (73, 'EE', 'country', 'Estonia', 'エストニア', '爱沙尼亚'),
  (74, 'EG', 'country', 'Egypt', 'エジプト', '埃及'),
  (75, 'EH', 'country', 'Western Sahara', '西サハラ', '西撒哈拉'),
  (76, 'ER', 'country', 'Eritrea', 'エリトリア', '厄立特里亚'),
  (77, 'ES', 'country', 'Spain', 'スペイン', '西班牙'),
  (78, 'ET', 'country', 'Ethiopia', 'エチオピア', '埃塞俄比亚'),
  (79, 'FI', 'country', 'Finland', 'フィンランド', '芬兰'),
  (80, 'FJ', 'country', 'Fiji', 'フィジー', '斐济'),
  (81, 'FK', 'country', 'Falkland Islands', 'フォークランド諸島', '福克兰群岛'),
  (82, 'FM', 'country', 'Micronesia', 'ミクロネシア連邦', '密克罗尼西亚'),
  (83, 'FO', 'country', 'Faroe Islands', 'フェロー諸島', '法罗群岛'),
  (84, 'FR', 'country', 'France', 'フランス', '法国'),
  (85, 'GA', 'country', 'Gabon', 'ガボン', '加蓬'),
  (86, 'GB', 'country', 'United Kingdom', 'イギリス', '英国'),
  (87, 'GD', 'country', 'Grenada', 'グレナダ', '格林纳达'),
  (88, 'GE', 'country', 'Georgia', 'ジョージア', '格鲁吉亚'),
  (89, 'GF', 'country', 'French Guiana', '仏領ギアナ', '法属圭亚那'),
  (90, 'GG', 'country', 'Guernsey', 'ガーンジー', '根西岛'),
  (91, 'GH', 'country', 'Ghana', 'ガーナ', '加纳'),
  (92, 'GI', 'country', 'Gibraltar', 'ジブラルタル', '直布罗陀'),
  (93, 'GL', 'country', 'Greenland', 'グリーンランド', '格陵兰'),
  (94, 'GM', 'country', 'Gambia', 'ガンビア', '冈比亚'),
  (95, 'GN', 'country', 'Guinea', 'ギニア', '几内亚'),
  (96, 'GP', 'country', 'Guadeloupe', 'グアドループ', '瓜德罗普'),
  (97, 'GQ', 'country', 'Equatorial Guinea', '赤道ギニア', '赤道几内亚'),
  (98, 'GR', 'country', 'Greece', 'ギリシャ', '希腊'),
  (99, 'GS', 'country', 'So. Georgia & So. Sandwich Isl.', 'サウスジョージア・サウスサンドウィッチ諸島', '南乔治亚和南桑威奇群岛'),
  (100, 'GT', 'country', 'Guatemala', 'グアテマラ', '危地马拉'),
  (101, 'GU', 'country', 'Guam', 'グアム', '关岛'),
  (102, 'GW', 'country', 'Guinea-Bissau', 'ギニアビサウ', '几内亚比绍'),
  (103, 'GY', 'country', 'Guyana', 'ガイアナ', '圭亚那'),
  (104, 'HK', 'country', 'Hong Kong', '香港', '香港'),
  (105, 'HM', 'country', 'Heard & McDonald Islands', 'ハード島・マクドナルド諸島', '赫德岛和麦克唐纳群岛'),
  (106, 'HN', 'country', 'Honduras', 'ホンジュラス', '洪都拉斯'),
  (107, 'HR', 'country', 'Croatia', 'クロアチア', '克罗地亚'),
  (108, 'HT', 'country', 'Haiti', 'ハイチ', '海地'),
  (109, 'HU', 'country', 'Hungary', 'ハンガリー', '匈牙利'),
  (110, 'ID', 'country', 'Indonesia', 'インドネシア', '印度尼西亚'),
  (111, 'IE', 'country', 'Ireland', 'アイルランド', '爱尔兰'),
  (112, 'IL', 'country', 'Israel', 'イスラエル', '以色列'),
  (113, 'IM', 'country', 'Isle of Man', 'マン島', '马恩岛'),
  (114, 'IN', 'country', 'India', 'インド', '印度'),
  (115, 'IO', 'country', 'Chagos Archipelago', 'チャゴス諸島', '查戈斯群岛'),
  (116, 'IQ', 'country', 'Iraq', 'イラク', '伊拉克'),
  (117, 'IR', 'country', 'Iran', 'イラン', '伊朗'),
  (118, 'IS', 'country', 'Iceland', 'アイスランド', '冰岛'),
  (119, 'IT', 'country', 'Italy', 'イタリア', '意大利'),
  (120, 'JE', 'country', 'Jersey', 'ジャージー', '泽西岛'),
  (121, 'JM', 'country', 'Jamaica', 'ジャマイカ', '牙买加'),
  (122, 'JO', 'country', 'Jordan', 'ヨルダン', '约旦'),
  (123, 'JP', 'country', 'Japan', '日本', '日本'),
  (124, 'KE', 'country', 'Kenya', 'ケニア', '肯尼亚'),
  (125, 'KG', 'country', 'Kyrgyzstan', 'キルギス', '吉尔吉斯斯坦'),
  (126, 'KH', 'country', 'Cambodia', 'カンボジア', '柬埔寨'),
  (127, 'KI', 'country', 'Kiribati', 'キリバス', '基里巴斯'),
  (128, 'KM', 'country', 'Comoros', 'コモロ', '科摩罗'),
  (129, 'KN', 'country', 'St. Kitts & Nevis', 'セントクリストファー・ネーヴィス', '圣基茨和尼维斯'),
  (130, 'KP', 'country', 'North Korea', '北朝鮮', '朝鲜'),
  (131, 'KR', 'country', 'South Korea', '韓国', '韩国'),
  (132, 'KW', 'country', 'Kuwait', 'クウェート', '科威特'),
  (133, 'KY', 'country', 'Cayman Islands', 'ケイマン諸島', '开曼群岛'),
  (134, 'KZ', 'country', 'Kazakhstan', 'カザフスタン', '哈萨克斯坦'),
  (135, 'LA', 'country', 'Laos', 'ラオス', '老挝'),
  (136, 'LB', 'country', 'Lebanon', 'レバノン', '黎巴嫩'),
  (137, 'LC', 'country', 'St. Lucia', 'セントルシア', '圣卢西亚'),
  (138, 'LI', 'country', 'Liechtenstein', 'リヒテンシュタイン', '列支敦士登'),
  (139, 'LK', 'country', 'Sri Lanka', 'スリランカ', '斯里兰卡'),
  (140, 'LR', 'country', 'Liberia', 'リベリア', '利比里亚'),
  (141, 'LS', 'country', 'Lesotho', 'レソト', '莱索托'),
  (142, 'LT', 'country', 'Lithuania', 'リトアニア', '立陶宛'),
  (143, 'LU', 'country', 'Luxembourg', 'ルクセンブルク', '卢森堡'),
  (144, 'LV', 'country', 'Latvia', 'ラトビア', '拉脱维亚'),
  (145, 'LY', 'country', 'Libya', 'リビア', '利比亚'),
  (146, 'MA', 'country', 'Morocco', 'モロッコ', '摩洛哥'),
  (147, 'MC', 'country', 'Monaco', 'モナコ', '摩纳哥'),
  (148, 'MD', 'country', 'Moldova', 'モルドバ', '摩尔多瓦'),
  (149, 'ME', 'country', 'Montenegro', 'モンテネグロ', '黑山'),
  (150, 'MF', 'country', 'St. Martin', 'サン・マルタン', '法属圣马丁'),
  (151, 'MG', 'country', 'Madagascar', 'マダガスカル', '马达加斯加'),
  (152, 'MH', 'country', 'Marshall Islands', 'マーシャル諸島', '马绍尔群岛'),
  (153, 'MK', 'country', 'North Macedonia', '北マケドニア', '北马其顿'),
  (154, 'ML', 'country', 'Mali', 'マリ', '马里'),
  (155, 'MM', 'country', 'Myanmar (Burma)', 'ミャンマー (ビルマ)', '缅甸'),
  (156, 'MN', 'country', 'Mongolia', 'モンゴル', '蒙古'),
  (157, 'MO', 'country', 'Macao', 'マカオ', '澳门'),
  (158, 'MP', 'country', 'Northern Mariana Islands', '北マリアナ諸島', '北马里亚纳群岛'),
  (159, 'MQ', 'country', 'Martinique', 'マルティニーク', '马提尼克'),
  (160, 'MR', 'country', 'Mauritania', 'モーリタニア', '毛里塔尼亚'),
  (161, 'MS', 'country', 'Montserrat', 'モントセラト', '蒙特塞拉特'),
  (162, 'MT', 'country', 'Malta', 'マルタ', '马耳他'),
  (163, 'MU', 'country', 'Mauritius', 'モーリシャス', '毛里求斯'),
  (164, 'MV', 'country', 'Maldives', 'モルディブ', '马尔代夫'),
  (165, 'MW', 'country', 'Malawi', 'マラウイ', '马拉维'),
  (166, 'MX', 'country', 'Mexico', 'メキシコ', '墨西哥'),
  (167, 'MY', 'country', 'Malaysia', 'マレーシア', '马来西亚'),
  (168, 'MZ', 'country', 'Mozambique', 'モザンビーク', '莫桑比克'),
  (169, 'NA', 'country', 'Namibia', 'ナミビア', '纳米比亚'),
  (170, 'NC', 'country', 'New Caledonia', 'ニューカレドニア', '新喀里多尼亚'),
  (171, 'NE', 'country', 'Niger', 'ニジェール', '尼日尔'),
  (172, 'NF', 'country', 'Norfolk Island', 'ノーフォーク島', '诺福克岛'),
  (173, 'NG', 'country', 'Nigeria', 'ナイジェリア', '尼日利亚'),
  (174, 'NI', 'country', 'Nicaragua', 'ニカラグア', '尼加拉瓜'),
  (175, 'NL', 'country', 'Netherlands', 'オランダ', '荷兰'),
  (176, 'NO', 'country', 'Norway', 'ノルウェー', '挪威'),
  (177, 'NP', 'country', 'Nepal', 'ネパール', '尼泊尔'),
  (178, 'NR', 'country', 'Nauru', 'ナウル', '瑙鲁'),
  (179, 'NU', 'country', 'Niue', 'ニウエ', '纽埃'),
  (180, 'NZ', 'country', 'New Zealand', 'ニュージーランド', '新西兰'),
  (181, 'OM', 'country', 'Oman', 'オマーン', '阿曼'),
  (182, 'PA', 'country', 'Panama', 'パナマ', '巴拿马'),
  (183, 'PE', 'country', 'Peru', 'ペルー', '秘鲁'),
  (184, 'PF', 'country', 'French Polynesia', '仏領ポリネシア', '法属波利尼西亚'),
  (185, 'PG', 'country', 'Papua New Guinea', 'パプアニューギニア', '巴布亚新几内亚'),
  (186, 'PH', 'country', 'Philippines', 'フィリピン', '菲律宾'),
  (187, 'PK', 'country', 'Pakistan', 'パキスタン', '巴基斯坦'),
  (188, 'PL', 'country', 'Poland', 'ポーランド', '波兰'),
  (189, 'PM', 'country', 'St. Pierre & Miquelon', 'サンピエール島・ミクロン島', '圣皮埃尔和密克隆群岛'),
  (190, 'PN', 'country', 'Pitcairn Islands', 'ピトケアン諸島', '皮特凯恩群岛'),
  (191, 'PR', 'country', 'Puerto Rico', 'プエルトリコ', '波多黎各'),
  (192, 'PS', 'country', 'Palestinian Territories', 'パレスチナ自治区', '巴勒斯坦领土'),
  (193, 'PT', 'country', 'Portugal', 'ポルトガル', '葡萄牙'),
  (194, 'PW', 'country', 'Palau', 'パラオ', '帕劳'),
  (195, 'PY', 'country', 'Paraguay', 'パラグアイ', '巴拉圭'),
  (196, 'QA', 'country', 'Qatar', 'カタール', '卡塔尔'),
  (197, 'RE', 'country', 'Réunion', 'レユニオン', '留尼汪'),
  (198, 'RO', 'country', 'Romania', 'ルーマニア', '罗马尼亚'),
  (199, 'RS', 'country', 'Serbia', 'セルビア', '塞尔维亚'),
  (200, 'RU', 'country', 'Russia', 'ロシア', '俄罗斯'),
  (201, 'RW', 'country', 'Rwanda', 'ルワンダ', '卢旺达'),
  (202, 'SA', 'country', 'Saudi Arabia', 'サウジアラビア', '沙特阿拉伯'),
  (203, 'SB', 'country', 'Solomon Islands', 'ソロモン諸島', '所罗门群岛'),
  (204, 'SC', 'country', 'Seychelles', 'セーシェル', '塞舌尔'),
  (205, 'SD', 'country', 'Sudan', 'スーダン', '苏丹'),
  (206, 'SE', 'country', 'Sweden', 'スウェーデン', '瑞典'),
  (207, 'SG', 'country', 'Singapore', 'シンガポール', '新加坡'),
  (208, 'SH', 'country', 'St. Helena', 'セントヘレナ', '圣赫勒拿'),
  (209, 'SI', 'country', 'Slovenia', 'スロベニア', '斯洛文尼亚'),
  (210, 'SJ', 'country', 'Svalbard & Jan Mayen', 'スバールバル諸島・ヤンマイエン島', '斯瓦尔巴和扬马延'),
  (211, 'SK', 'country', 'Slovakia', 'スロバキア', '斯洛伐克'),
  (212, 'SL', 'country', 'Sierra Leone', 'シエラレオネ', '塞拉利昂'),
  (213, 'SM', 'country', 'San Marino', 'サンマリノ', '圣马力诺'),
  (214, 'SN', 'country', 'Senegal', 'セネガル', '塞内加尔'),
  (215, 'SO', 'country', 'Somalia', 'ソマリア', '索马里'),
  (216, 'SR', 'country', 'Suriname', 'スリナム', '苏里南'),
  (217, 'SS', 'country', 'South Sudan', '南スーダン', '南苏丹'),
  (218, 'ST', 'country', 'São Tomé & Príncipe', 'サントメ・プリンシペ', '圣多美和普林西比'),
  (219, 'SV', 'country', 'El Salvador', 'エルサルバドル', '萨尔瓦多'),
  (220, 'SX', 'country', 'Sint Maarten', 'シント・マールテン', '荷属圣马丁'),
  (221, 'SY', 'country', 'Syria', 'シリア', '叙利亚'),
  (222, 'SZ', 'country', 'Eswatini', 'エスワティニ', '斯威士兰'),
  (223, 'TC', 'country', 'Turks & Caicos Islands', 'タークス・カイコス諸島', '特克斯和凯科斯群岛'),
  (224, 'TD', 'country', 'Chad', 'チャド', '乍得'),
  (225, 'TF', 'country', 'French Southern Territories', '仏領極南諸島', '法属南部领地'),
  (226, 'TG', 'country', 'Togo', 'トーゴ', '多哥'),
  (227, 'TH', 'country', 'Thailand', 'タイ', '泰国'),
  (228, 'TJ', 'country', 'Tajikistan', 'タジキスタン', '塔吉克斯坦'),
  (229, 'TK', 'country', 'Tokelau', 'トケラウ', '托克劳'),
  (230, 'TL', 'country', 'Timor-Leste', '東ティモール', '东帝汶'),
  (231, 'TM', 'country', 'Turkmenistan', 'トルクメニスタン', '土库曼斯坦'),
  (232, 'TN', 'country', 'Tunisia', 'チュニジア', '突尼斯'),
  (233, 'TO', 'country', 'Tonga', 'トンガ', '汤加'),
  (234, 'TR', 'country', 'Türkiye', 'トルコ', '土耳其'),
  (235, 'TT', 'country', 'Trinidad & Tobago', 'トリニダード・トバゴ', '特立尼达和多巴哥'),
  (236, 'TV', 'country', 'Tuvalu', 'ツバル', '图瓦卢'),
  (237, 'TW', 'country', 'Taiwan', '台湾', '台湾'),
  (238, 'TZ', 'country', 'Tanzania', 'タンザニア', '坦桑尼亚'),
  (239, 'UA', 'country', 'Ukraine', 'ウクライナ', '乌克兰'),
  (240, 'UG', 'country', 'Uganda', 'ウガンダ', '乌干达'),
  (241, 'UM', 'country', 'U.S. Outlying Islands', '合衆国領有小離島', '美国本土外小岛屿'),
  (242, 'US', 'country', 'United States', 'アメリカ合衆国', '美国'),
  (243, 'UY', 'country', 'Uruguay', 'ウルグアイ', '乌拉圭'),
  (244, 'UZ', 'country', 'Uzbekistan', 'ウズベキスタン', '乌兹别克斯坦'),
  (245, 'VA', 'country', 'Vatican City', 'バチカン市国', '梵蒂冈'),
  (246, 'VC', 'country', 'St. Vincent & Grenadines', 'セントビンセント及びグレナディーン諸島', '圣文森特和格林纳丁斯'),
  (247, 'VE', 'country', 'Venezuela', 'ベネズエラ', '委内瑞拉'),
  (248, 'VG', 'country', 'British Virgin Islands', '英領ヴァージン諸島', '英属维尔京群岛'),
  (249, 'VI', 'country', 'U.S. Virgin Islands', '米領ヴァージン諸島', '美属维尔京群岛'),
  (250, 'VN', 'country', 'Vietnam', 'ベトナム', '越南'),
  (251, 'VU', 'country', 'Vanuatu', 'バヌアツ', '瓦努阿图'),
  (252, 'WF', 'country', 'Wallis & Futuna', 'ウォリス・フツナ', '瓦利斯和富图纳'),
  (253, 'WS', 'country', 'Samoa', 'サモア', '萨摩亚'),
  (254, 'XK', 'country', 'Kosovo', 'コソボ', '科索沃'),
  (255, 'YE', 'country', 'Yemen', 'イエメン', '也门'),
  (256, 'YT', 'country', 'Mayotte', 'マヨット', '马约特'),
  (257, 'ZA', 'country', 'South Africa', '南アフリカ', '南非'),
  (258, 'ZM', 'country', 'Zambia', 'ザンビア', '赞比亚'),
  (259, 'ZW', 'country', 'Zimbabwe', 'ジンバブエ', '津巴布韦');

create table mart.dim_deal_type (
  deal_type_key smallint primary key,
  deal_type_id text collate "C" not null unique,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_deal_type is 'One type of deal.';
comment on column mart.dim_deal_type.deal_type_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_deal_type.deal_type_id is 'The word that facts use.';
comment on column mart.dim_deal_type.name_en is 'Name in English.';
comment on column mart.dim_deal_type.name_ja is 'Name in Japanese.';
comment on column mart.dim_deal_type.name_zh is 'Name in Chinese.';
insert into mart.dim_deal_type (deal_type_key, deal_type_id, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'cloud_compute', 'Cloud and compute', 'クラウド・計算資源', '云与算力'),
  (2, 'hardware_supply', 'Hardware supply', 'ハードウェア供給', '硬件供应'),
  (3, 'energy_supply', 'Energy supply', '電力供給', '能源供应'),
  (4, 'license', 'Licence', 'ライセンス', '授权许可'),
  (5, 'equity_investment', 'Equity investment', '出資', '股权投资'),
  (6, 'acquisition', 'Acquisition', '買収', '收购'),
  (7, 'partnership', 'Partnership', '提携', '合作'),
  (8, 'joint_venture', 'Joint venture', '合弁', '合资'),
  (9, 'infrastructure', 'Infrastructure', 'インフラ建設', '基础设施'),
  (10, 'debt_financing', 'Debt financing', '負債による資金調達', '债务融资'),
  (11, 'public_offering', 'Public offering', '株式公開', '公开发行');

create table mart.dim_deal_status (
  deal_status_key smallint primary key,
  deal_status_id text collate "C" not null unique,
  status_class text not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_deal_status is 'How far a deal is, or how sure: only the class confirmed is a fact.';
comment on column mart.dim_deal_status.deal_status_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_deal_status.deal_status_id is 'The word that facts use.';
comment on column mart.dim_deal_status.status_class is 'confirmed, prospective, unconfirmed or negative.';
comment on column mart.dim_deal_status.name_en is 'Name in English.';
comment on column mart.dim_deal_status.name_ja is 'Name in Japanese.';
comment on column mart.dim_deal_status.name_zh is 'Name in Chinese.';
insert into mart.dim_deal_status (deal_status_key, deal_status_id, status_class, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'announced', 'confirmed', 'announced', '発表', '已宣布'),
  (2, 'signed', 'confirmed', 'signed', '締結', '已签署'),
  (3, 'completed', 'confirmed', 'completed', '完了', '已完成'),
  (4, 'ongoing', 'confirmed', 'ongoing', '継続中', '进行中'),
  (5, 'planned', 'prospective', 'planned', '計画', '计划中'),
  (6, 'negotiating', 'prospective', 'negotiating', '交渉中', '谈判中'),
  (7, 'rumored', 'unconfirmed', 'rumoured', '報道（未確認）', '传闻'),
  (8, 'speculated', 'unconfirmed', 'speculated', '憶測', '推测'),
  (9, 'denied', 'negative', 'denied', '否定', '已否认'),
  (10, 'terminated', 'negative', 'terminated', '解消', '已终止');

create table mart.dim_currency (
  currency_key smallint primary key,
  currency_id text collate "C" not null unique,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_currency is 'One currency (ISO 4217).';
comment on column mart.dim_currency.currency_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_currency.currency_id is 'The word that facts use.';
comment on column mart.dim_currency.name_en is 'Name in English.';
comment on column mart.dim_currency.name_ja is 'Name in Japanese.';
comment on column mart.dim_currency.name_zh is 'Name in Chinese.';
insert into mart.dim_currency (currency_key, currency_id, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'JPY', 'Japanese Yen', '日本円', '日元'),
  (2, 'USD', 'US Dollar', '米ドル', '美元'),
  (3, 'CNY', 'Chinese Yuan', '中国人民元', '人民币'),
  (4, 'EUR', 'Euro', 'ユーロ', '欧元'),
  (5, 'GBP', 'British Pound', '英国ポンド', '英镑'),
  (6, 'KRW', 'South Korean Won', '韓国ウォン', '韩元'),
  (7, 'TWD', 'New Taiwan Dollar', '新台湾ドル', '新台币'),
  (8, 'HKD', 'Hong Kong Dollar', '香港ドル', '港元'),
  (9, 'SGD', 'Singapore Dollar', 'シンガポール ドル', '新加坡元'),
  (10, 'INR', 'Indian Rupee', 'インド ルピー', '印度卢比'),
  (11, 'AED', 'United Arab Emirates Dirham', 'アラブ首長国連邦ディルハム', '阿联酋迪拉姆'),
  (12, 'SAR', 'Saudi Riyal', 'サウジ リヤル', '沙特里亚尔'),
  (13, 'QAR', 'Qatari Riyal', 'カタール リアル', '卡塔尔里亚尔'),
  (14, 'KWD', 'Kuwaiti Dinar', 'クウェート ディナール', '科威特第纳尔'),
  (15, 'ILS', 'Israeli New Shekel', 'イスラエル新シェケル', '以色列新谢克尔'),
  (16, 'CAD', 'Canadian Dollar', 'カナダ ドル', '加拿大元'),
  (17, 'AUD', 'Australian Dollar', 'オーストラリア ドル', '澳大利亚元'),
  (18, 'NZD', 'New Zealand Dollar', 'ニュージーランド ドル', '新西兰元'),
  (19, 'CHF', 'Swiss Franc', 'スイス フラン', '瑞士法郎'),
  (20, 'SEK', 'Swedish Krona', 'スウェーデン クローナ', '瑞典克朗'),
  (21, 'NOK', 'Norwegian Krone', 'ノルウェー クローネ', '挪威克朗'),
  (22, 'DKK', 'Danish Krone', 'デンマーク クローネ', '丹麦克朗'),
  (23, 'PLN', 'Polish Zloty', 'ポーランド ズウォティ', '波兰兹罗提'),
  (24, 'CZK', 'Czech Koruna', 'チェコ コルナ', '捷克克朗'),
  (25, 'HUF', 'Hungarian Forint', 'ハンガリー フォリント', '匈牙利福林'),
  (26, 'RON', 'Romanian Leu', 'ルーマニア レイ', '罗马尼亚列伊'),
  (27, 'BGN', 'Bulgarian Lev', 'ブルガリア 新レフ', '保加利亚列弗'),
  (28, 'ISK', 'Icelandic Króna', 'アイスランド クローナ', '冰岛克朗'),
  (29, 'RUB', 'Russian Ruble', 'ロシア ルーブル', '俄罗斯卢布'),
  (30, 'UAH', 'Ukrainian Hryvnia', 'ウクライナ フリヴニャ', '乌克兰格里夫纳'),
  (31, 'TRY', 'Turkish Lira', 'トルコ リラ', '土耳其里拉'),
  (32, 'BRL', 'Brazilian Real', 'ブラジル レアル', '巴西雷亚尔'),
  (33, 'MXN', 'Mexican Peso', 'メキシコ ペソ', '墨西哥比索'),
  (34, 'ARS', 'Argentine Peso', 'アルゼンチン ペソ', '阿根廷比索'),
  (35, 'CLP', 'Chilean Peso', 'チリ ペソ', '智利比索'),
  (36, 'COP', 'Colombian Peso', 'コロンビア ペソ', '哥伦比亚比索'),
  (37, 'ZAR', 'South African Rand', '南アフリカ ランド', '南非兰特'),
  (38, 'NGN', 'Nigerian Naira', 'ナイジェリア ナイラ', '尼日利亚奈拉'),
  (39, 'EGP', 'Egyptian Pound', 'エジプト ポンド', '埃及镑'),
  (40, 'KES', 'Kenyan Shilling', 'ケニア シリング', '肯尼亚先令'),
  (41, 'MAD', 'Moroccan Dirham', 'モロッコ ディルハム', '摩洛哥迪拉姆'),
  (42, 'THB', 'Thai Baht', 'タイ バーツ', '泰铢'),
  (43, 'VND', 'Vietnamese Dong', 'ベトナム ドン', '越南盾'),
  (44, 'IDR', 'Indonesian Rupiah', 'インドネシア ルピア', '印度尼西亚卢比'),
  (45, 'MYR', 'Malaysian Ringgit', 'マレーシア リンギット', '马来西亚林吉特'),
  (46, 'PHP', 'Philippine Peso', 'フィリピン ペソ', '菲律宾比索'),
  (47, 'PKR', 'Pakistani Rupee', 'パキスタン ルピー', '巴基斯坦卢比'),
  (48, 'BDT', 'Bangladeshi Taka', 'バングラデシュ タカ', '孟加拉塔卡'),
  (49, 'LKR', 'Sri Lankan Rupee', 'スリランカ ルピー', '斯里兰卡卢比'),
  (50, 'KZT', 'Kazakhstani Tenge', 'カザフスタン テンゲ', '哈萨克斯坦坚戈'),
  (51, 'MOP', 'Macanese Pataca', 'マカオ パタカ', '澳门币');

create table mart.dim_unit (
  unit_key smallint primary key,
  unit_id text collate "C" not null unique,
  kind text not null,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_unit is 'One unit of figures: a currency (ISO 4217), percent, count, watt, times, months.';
comment on column mart.dim_unit.unit_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_unit.unit_id is 'The word that facts use.';
comment on column mart.dim_unit.kind is 'money, ratio, count, power, duration or other.';
comment on column mart.dim_unit.name_en is 'Name in English.';
comment on column mart.dim_unit.name_ja is 'Name in Japanese.';
comment on column mart.dim_unit.name_zh is 'Name in Chinese.';
insert into mart.dim_unit (unit_key, unit_id, kind, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'percent', 'ratio', 'percent', 'パーセント', '百分比'),
  (2, 'count', 'count', 'count', '件・個', '个'),
  (3, 'watt', 'power', 'watt', 'ワット', '瓦'),
  (4, 'times', 'ratio', 'times', '倍', '倍'),
  (5, 'months', 'duration', 'months', 'か月', '个月'),
  (101, 'JPY', 'money', 'Japanese Yen', '日本円', '日元'),
  (102, 'USD', 'money', 'US Dollar', '米ドル', '美元'),
  (103, 'CNY', 'money', 'Chinese Yuan', '中国人民元', '人民币'),
  (104, 'EUR', 'money', 'Euro', 'ユーロ', '欧元'),
  (105, 'GBP', 'money', 'British Pound', '英国ポンド', '英镑'),
  (106, 'KRW', 'money', 'South Korean Won', '韓国ウォン', '韩元'),
  (107, 'TWD', 'money', 'New Taiwan Dollar', '新台湾ドル', '新台币'),
  (108, 'HKD', 'money', 'Hong Kong Dollar', '香港ドル', '港元'),
  (109, 'SGD', 'money', 'Singapore Dollar', 'シンガポール ドル', '新加坡元'),
  (110, 'INR', 'money', 'Indian Rupee', 'インド ルピー', '印度卢比'),
  (111, 'AED', 'money', 'United Arab Emirates Dirham', 'アラブ首長国連邦ディルハム', '阿联酋迪拉姆'),
  (112, 'SAR', 'money', 'Saudi Riyal', 'サウジ リヤル', '沙特里亚尔'),
  (113, 'QAR', 'money', 'Qatari Riyal', 'カタール リアル', '卡塔尔里亚尔'),
  (114, 'KWD', 'money', 'Kuwaiti Dinar', 'クウェート ディナール', '科威特第纳尔'),
  (115, 'ILS', 'money', 'Israeli New Shekel', 'イスラエル新シェケル', '以色列新谢克尔'),
  (116, 'CAD', 'money', 'Canadian Dollar', 'カナダ ドル', '加拿大元'),
  (117, 'AUD', 'money', 'Australian Dollar', 'オーストラリア ドル', '澳大利亚元'),
  (118, 'NZD', 'money', 'New Zealand Dollar', 'ニュージーランド ドル', '新西兰元'),
  (119, 'CHF', 'money', 'Swiss Franc', 'スイス フラン', '瑞士法郎'),
  (120, 'SEK', 'money', 'Swedish Krona', 'スウェーデン クローナ', '瑞典克朗'),
  (121, 'NOK', 'money', 'Norwegian Krone', 'ノルウェー クローネ', '挪威克朗'),
  (122, 'DKK', 'money', 'Danish Krone', 'デンマーク クローネ', '丹麦克朗'),
  (123, 'PLN', 'money', 'Polish Zloty', 'ポーランド ズウォティ', '波兰兹罗提'),
  (124, 'CZK', 'money', 'Czech Koruna', 'チェコ コルナ', '捷克克朗'),
  (125, 'HUF', 'money', 'Hungarian Forint', 'ハンガリー フォリント', '匈牙利福林'),
  (126, 'RON', 'money', 'Romanian Leu', 'ルーマニア レイ', '罗马尼亚列伊'),
  (127, 'BGN', 'money', 'Bulgarian Lev', 'ブルガリア 新レフ', '保加利亚列弗'),
  (128, 'ISK', 'money', 'Icelandic Króna', 'アイスランド クローナ', '冰岛克朗'),
  (129, 'RUB', 'money', 'Russian Ruble', 'ロシア ルーブル', '俄罗斯卢布'),
  (130, 'UAH', 'money', 'Ukrainian Hryvnia', 'ウクライナ フリヴニャ', '乌克兰格里夫纳'),
  (131, 'TRY', 'money', 'Turkish Lira', 'トルコ リラ', '土耳其里拉'),
  (132, 'BRL', 'money', 'Brazilian Real', 'ブラジル レアル', '巴西雷亚尔'),
  (133, 'MXN', 'money', 'Mexican Peso', 'メキシコ ペソ', '墨西哥比索'),
  (134, 'ARS', 'money', 'Argentine Peso', 'アルゼンチン ペソ', '阿根廷比索'),
  (135, 'CLP', 'money', 'Chilean Peso', 'チリ ペソ', '智利比索'),
  (136, 'COP', 'money', 'Colombian Peso', 'コロンビア ペソ', '哥伦比亚比索'),
  (137, 'ZAR', 'money', 'South African Rand', '南アフリカ ランド', '南非兰特'),
  (138, 'NGN', 'money', 'Nigerian Naira', 'ナイジェリア ナイラ', '尼日利亚奈拉'),
  (139, 'EGP', 'money', 'Egyptian Pound', 'エジプト ポンド', '埃及镑'),
  (140, 'KES', 'money', 'Kenyan Shilling', 'ケニア シリング', '肯尼亚先令'),
  (141, 'MAD', 'money', 'Moroccan Dirham', 'モロッコ ディルハム', '摩洛哥迪拉姆'),
  (142, 'THB', 'money', 'Thai Baht', 'タイ バーツ', '泰铢'),
  (143, 'VND', 'money', 'Vietnamese Dong', 'ベトナム ドン', '越南盾'),
  (144, 'IDR', 'money', 'Indonesian Rupiah', 'インドネシア ルピア', '印度尼西亚卢比'),
  (145, 'MYR', 'money', 'Malaysian Ringgit', 'マレーシア リンギット', '马来西亚林吉特'),
  (146, 'PHP', 'money', 'Philippine Peso', 'フィリピン ペソ', '菲律宾比索'),
  (147, 'PKR', 'money', 'Pakistani Rupee', 'パキスタン ルピー', '巴基斯坦卢比'),
  (148, 'BDT', 'money', 'Bangladeshi Taka', 'バングラデシュ タカ', '孟加拉塔卡'),
  (149, 'LKR', 'money', 'Sri Lankan Rupee', 'スリランカ ルピー', '斯里兰卡卢比'),
  (150, 'KZT', 'money', 'Kazakhstani Tenge', 'カザフスタン テンゲ', '哈萨克斯坦坚戈'),
  (151, 'MOP', 'money', 'Macanese Pataca', 'マカオ パタカ', '澳门币');

create table mart.dim_measure (
  measure_key smallint primary key,
  measure_id text collate "C" not null unique,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_measure is 'What a figure measures.';
comment on column mart.dim_measure.measure_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_measure.measure_id is 'The word that facts use.';
comment on column mart.dim_measure.name_en is 'Name in English.';
comment on column mart.dim_measure.name_ja is 'Name in Japanese.';
comment on column mart.dim_measure.name_zh is 'Name in Chinese.';
insert into mart.dim_measure (measure_key, measure_id, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'revenue', 'Revenue', '売上高', '营收'),
  (2, 'net_income', 'Net income', '純利益', '净利润'),
  (3, 'valuation', 'Valuation', '評価額', '估值'),
  (4, 'market_cap', 'Market capitalisation', '時価総額', '市值'),
  (5, 'market_size', 'Market size', '市場規模', '市场规模'),
  (6, 'market_share', 'Market share', '市場シェア', '市场份额'),
  (7, 'growth_rate', 'Growth rate', '成長率', '增长率'),
  (8, 'model_count', 'Number of models', 'モデル数', '模型数量'),
  (9, 'user_count', 'Number of users', '利用者数', '用户数量'),
  (10, 'commitment_total', 'Commitments in total', '契約総額', '承诺总额'),
  (11, 'cumulative_investment', 'Cumulative investment', '累計投資額', '累计投资额'),
  (12, 'stake', 'Stake', '持分比率', '持股比例'),
  (13, 'capacity', 'Capacity', '設備容量', '容量'),
  (14, 'chip_count', 'Number of chips', 'チップ数', '芯片数量'),
  (15, 'price', 'Price', '価格', '价格'),
  (16, 'stock_move', 'Stock move', '株価変動', '股价变动'),
  (17, 'capex', 'Capital expenditure', '設備投資', '资本支出'),
  (18, 'headcount', 'Headcount', '従業員数', '员工人数'),
  (19, 'parameters', 'Parameters', 'パラメータ数', '参数量'),
  (20, 'training_cost', 'Training cost', '学習費用', '训练成本'),
  (21, 'other', 'Other', 'その他', '其他');

create table mart.dim_role (
  role_key smallint primary key,
  role_id text collate "C" not null unique,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_role is 'The part that a company has in a deal.';
comment on column mart.dim_role.role_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_role.role_id is 'The word that facts use.';
comment on column mart.dim_role.name_en is 'Name in English.';
comment on column mart.dim_role.name_ja is 'Name in Japanese.';
comment on column mart.dim_role.name_zh is 'Name in Chinese.';
insert into mart.dim_role (role_key, role_id, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'customer', 'customer', '顧客', '客户'),
  (2, 'provider', 'provider', '提供者', '提供商'),
  (3, 'supplier', 'supplier', '供給者', '供应商'),
  (4, 'licensee', 'licensee', 'ライセンシー', '被许可方'),
  (5, 'licensor', 'licensor', 'ライセンサー', '许可方'),
  (6, 'investor', 'investor', '出資者', '投资方'),
  (7, 'investee', 'investee', '出資先', '被投资方'),
  (8, 'acquirer', 'acquirer', '買収者', '收购方'),
  (9, 'target', 'target', '被買収者', '被收购方'),
  (10, 'seller', 'seller', '売却者', '出售方'),
  (11, 'partner', 'partner', '提携先', '合作方'),
  (12, 'venture', 'venture', '合弁会社', '合资公司'),
  (13, 'builder', 'builder', '建設者', '建设方'),
  (14, 'financier', 'financier', '資金提供者', '出资方'),
  (15, 'borrower', 'borrower', '借り手', '借款方'),
  (16, 'lender', 'lender', '貸し手', '贷款方'),
  (17, 'issuer', 'issuer', '発行者', '发行方');

create table mart.dim_relation (
  relation_key smallint primary key,
  relation_id text collate "C" not null unique,
  name_en text not null,
  name_ja text not null,
  name_zh text not null
);
comment on table mart.dim_relation is 'What relates a model (or a chip) to a company, chip or model.';
comment on column mart.dim_relation.relation_key is 'Key; -1 not stated, -2 not applicable.';
comment on column mart.dim_relation.relation_id is 'The word that facts use.';
comment on column mart.dim_relation.name_en is 'Name in English.';
comment on column mart.dim_relation.name_ja is 'Name in Japanese.';
comment on column mart.dim_relation.name_zh is 'Name in Chinese.';
insert into mart.dim_relation (relation_key, relation_id, name_en, name_ja, name_zh) values
  (-1, 'unknown', 'not stated', '不明', '未说明'),
  (-2, 'not_applicable', 'not applicable', '該当なし', '不适用'),
  (1, 'developed_by', 'developed by', '開発元', '开发方'),
  (2, 'trained_on', 'trained on', '学習に使用', '训练所用'),
  (3, 'runs_on', 'runs on', '稼働環境', '运行于'),
  (4, 'matches', 'matches', '同等', '相当于'),
  (5, 'outperforms', 'outperforms', '上回る', '超过'),
  (6, 'trails', 'trails', '下回る', '落后于'),
  (7, 'successor_of', 'successor of', '後継', '后继于'),
  (8, 'chip_by', 'chip by', 'チップの製造元', '芯片厂商');
