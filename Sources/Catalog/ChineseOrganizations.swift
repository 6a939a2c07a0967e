import Facts
import Language

/// Chinese organizations by suffix: `海云资本`, `…有限公司`; a word of a trade (`…科技`) counts only in a list of names or where it acts.
extension OrganizationDiscovery {
  private static let chineseSuffixes: [(StaticString, Int)] = [
    ("有限责任公司", 930), ("股份有限公司", 930), ("有限公司", 930), ("集团", 860), ("资本", 880), ("创投", 890), ("投资", 700), ("基金", 710), ("证券", 890), ("银行", 890), ("大学", 910), ("研究院", 880), ("研究所", 870), ("学院", 850), ("实验室", 800), ("科技", 705), ("医疗", 705), ("生物", 700), ("半导体", 705), ("机器人", 700), ("法院", 860), ("协会", 840), ("联盟", 830), ("交易所", 870), ("医院", 860), ("汽车", 700), ("保险", 705), ("电子", 700), ("航空", 705), ("传媒", 710), ("智能", 702), ("云", 702), ("智造", 702), ("数据", 701), ("能源", 701), ("算力", 701), ("智驾", 702), ("芯片", 701), ("光电", 702), ("微电子", 702), ("动力", 701), ("时代", 701), ("网络", 0), ("软件", 0),
  ]
  private static let chineseStops: Set<Unicode.Scalar> = Set("的了和与及由在对向被把将为是给从到以让使跟同获称据等其该本各这那另两多家名个位一二三四五六七八九十前后来自当并或而则也都还又就才只并购投入发布推出旗下包括用我你他她它们于没".unicodeScalars)
  private static let genericChineseHeads: Set<String> = [
    "人工智能", "科技", "智能", "互联网", "上市", "初创", "创业", "投资", "母", "子", "分", "大", "小", "外国", "美国", "中国", "国内", "海外", "国有", "头部", "大模型", "机器人", "汽车", "新能源", "自动驾驶", "具身智能", "生物", "高新", "商业", "风险", "股权", "天使", "产业", "社会", "金融", "人形", "工业", "服务", "通用", "协作", "新", "中央", "联邦", "地方", "高等", "最高", "软件", "芯片", "半导体", "数据", "电子", "游戏", "广告", "保险", "基金", "管理", "技术", "信息", "控股", "上市公司", "电动", "燃油", "智能网联", "乘用", "二手", "无人驾驶", "量子", "消费", "现代", "合成", "微", "重点", "国家", "国家重点", "联合", "综合", "顶尖", "知名", "著名", "世界", "全球", "开源", "关联", "聊天", "智能硬件", "具体", "加强", "所有", "相关", "部分", "其他", "任何", "宠物", "去中心化", "行业", "研究", "超级智能", "这家", "一家", "本地", "公立", "私人", "电商", "医药", "职业", "顶级", "名牌", "普通", "综合性", "研究型", "注册", "咨询", "律师", "物流", "云", "超级", "空间", "群体", "端侧", "边缘", "ai",
    "人工", "具身", "机器", "公有", "私有", "混合", "政务", "主权", "专有", "多", "训练", "用户", "清洁", "可再生", "高性能", "推理", "国产", "车载", "客户", "公司", "企业", "核心", "市场", "最新", "统计", "官方", "财务", "行程", "移动互联网", "后摩尔", "大航海", "逻辑", "存储", "高端", "先进", "模拟", "功率", "车规", "利用", "国际", "耐心", "长期", "民间", "境外", "版商", "运营商", "供应商", "制造商", "开发商", "零售", "学术", "民营", "独立", "私营", "相关", "进行", "体育", "人民", "开源", "监控", "运动", "高校", "英雄", "随着", "更加", "越来越", "提升", "实现", "推动", "打造", "全面", "基于", "面向", "走向", "迈向", "拥抱", "赋能", "加速", "变得更加",
  ]

  func chinese(_ position: Int) -> Discovery? {
    let token = tokens[position]
    let bytes = scene.text.bytes
    for (suffix, confidence) in Self.chineseSuffixes where confidence > 0 {
      var at = token.start
      while at + suffix.utf8CodeUnitCount <= token.end {
        guard scene.follows(suffix, at: at), at > token.start else {
          at += scalarLength(bytes[at])
          continue
        }
        let end = at + suffix.utf8CodeUnitCount
        // Not the middle of a longer word of the same kind: 科技大学.
        if end < token.end, scene.follows(anyOf: ["大学", "公司", "集团", "有限", "学院", "部", "股份", "界", "业", "圈", "化", "人", "者", "额", "方", "组合", "研究", "体", "于", "股", "的", "了", "领域", "行业", "机构", "主义"], at: end) {
          at = end
          continue
        }
        if let start = chineseStart(token, at) {
          let head = scene.text.text(Span(start, at))
          let count = head.unicodeScalars.count
          // Two common characters before a kind of house are its description: 类似大学, 历史资本.
          let isCommon = count == 2 && confidence < 930 && lexicon.commonHanzi.contains(head) && !lexicon.places.contains(head)
          if count >= 2, count <= 10, !isCommon, !Self.genericChineseHeads.contains(head),
            !Self.genericChineseHeads.contains(where: { $0.unicodeScalars.count >= 2 && head.hasSuffix($0) && count - $0.unicodeScalars.count < 2 })
          {
            // A word of a trade makes a name only in a list of names.
            if confidence < 720, count > 3 || !isListed(Span(start, end)) && !acts(Span(start, end)) { break }
            return Discovery(type: .company, span: Span(start, end), confidence: confidence, reason: "…\(suffix)")
          }
        }
        at = end
      }
    }
    return nil
  }

  private static let actorRoles: [StaticString] = ["创始人", "联合创始人", "董事长", "首席执行官", "方面回应", "方面表示", "方面称", "官方回应", "官方表示", "完成a", "完成b", "完成近", "完成数", "完成超", "获得a", "获a", "获数", "的估值", "的创始人", "招股书", "公司宣布", "ceo", "科技ceo", "的ceo"]
  private static let actorDoings: [StaticString] = ["宣布", "完成", "获得", "推出", "发布", "正式", "上市", "启动", "开源", "上线", "在港", "收购", "表示", "成立"]
  private static let actorLeads: [StaticString] = ["公司", "企业", "收购", "竞争对手", "龙头", "厂商", "独角兽", "平台", "品牌", "巨头", "新势力", "消息称", "近日", "获悉", "旗下", "日前", "今日", "昨日", "据悉", "报道称", "大厂"]
  private static let noActorEnds: [String] = ["公司", "企业", "集团", "团队", "政府", "平台", "行业", "媒体", "部门", "双方", "官方", "方面", "市场", "机构", "用户", "项目", "产品", "人士", "我们", "他们", "技术", "模型", "系统", "工具", "应用", "服务", "消费者", "开发者", "投资者", "研究", "论文", "报告", "数据", "协议", "版本", "功能", "时间", "同时", "目前", "最近", "近日", "随后", "此前", "今年", "去年", "本次", "已经", "联合", "共同", "首次", "率先", "全球", "中国", "美国", "国内", "海外", "大会", "论坛", "巨头", "厂商", "创业", "汽车", "车企", "手机", "电商", "互联网", "智能体", "芯片", "人工智能", "机器人", "学者", "专家", "律师", "教授", "记者", "高管", "员工", "负责人", "发言人", "老板", "学校", "高校", "大学生", "社区", "网友", "博主", "作者", "成功", "顺利", "即将", "持续", "陆续", "不断", "全新", "官宣", "基金会", "委员会", "法院", "局", "部", "设备", "材料", "方案", "软件", "硬件", "业务", "计划", "战略", "政策", "标准", "能力", "价格", "电影", "电视", "游戏", "书籍", "内容", "资金", "融资", "投资", "合作", "交易", "市值", "股份", "银行", "学院", "专业", "课程", "工程", "工作", "活动", "比赛", "世界", "国家", "地区", "城市", "社会", "经济", "制造", "生产", "设计", "开发", "训练", "推理", "算法", "算力", "架构", "框架", "网络", "数据库", "代码", "语言", "视频", "图像", "音乐", "声音", "照片", "搜索", "广告", "营销", "客户", "消费", "渠道", "品牌", "门店", "商家", "创始", "联合创始", "首席", "选择", "直接", "大幅"]

  /// A name without a word of a trade: it stands before what only firms have or do, and the text tells it again (`海云智行方面回应`).
  func chineseActor(_ position: Int) -> Discovery? {
    let token = tokens[position]
    guard token.span.count >= 6, [.newline, .space, .other].contains(tokens.kind(position - 1)) else { return nil }
    let bytes = scene.text.bytes
    var at = token.start + 6
    var start = token.start
    while at <= token.end {
      let hasRole = scene.follows(anyOf: Self.actorRoles, at: at == token.end ? scene.skipSpaces(at) : at)
      if hasRole || scene.follows(anyOf: Self.actorDoings, at: at) {
        for lead in Self.actorLeads {
          var end = start
          while end + lead.utf8CodeUnitCount + 6 <= at { if scene.follows(lead, at: end) { start = end + lead.utf8CodeUnitCount }; end += 3 }
        }
        let span = Span(start, at)
        if isActorName(span), span.count >= (hasRole ? 9 : 12), scene.count(span, atMost: 4) >= (hasRole ? 2 : 3) {
          return Discovery(type: .company, span: span, confidence: hasRole ? 745 : 715, reason: hasRole ? "…创始人, told again" : "…宣布, told again")
        }
      }
      guard at < token.end else { break }
      at += scalarLength(bytes[at])
    }
    return nil
  }

  private func isActorName(_ span: Span) -> Bool {
    let name = scene.text.text(span)
    let scalars = Array(name.unicodeScalars)
    guard (2...6).contains(scalars.count), !scalars.contains(where: Self.chineseStops.contains), !scalars.contains(where: Self.actorNoise.contains) else { return false }
    if Self.genericChineseHeads.contains(name) || lexicon.generic.contains(name) || lexicon.places.contains(name) || Self.noActorEnds.contains(where: name.hasSuffix) { return false }
    let (first, last) = (text(scalars.prefix(2)), text(scalars.suffix(2)))
    if lexicon.commonHanzi.contains(first) && lexicon.commonHanzi.contains(last) || name.holds("创始") { return false }
    // 王海芳宣布 may be a person.
    return !(scalars.count <= 3 && lexicon.surnameLength(scalars, chinese: true) > 0)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }

  private static let actorNoise: Set<Unicode.Scalar> = Set("相部各该不没未很最更再每如果因所以之于可能会要想说做看用着过吗呢吧啊个些们么什怎谁哪里上下中内外间时年月日号次种类元亿万轮".unicodeScalars)

  /// Between commas of a list, or led in by an agent's preposition.
  private func isListed(_ span: Span) -> Bool {
    scene.precedes("、", span.start) || scene.follows("、", at: span.end) || scene.precedes("由", span.start) || scene.follows(anyOf: ["领投", "跟投", "宣布", "创始人", "董事长", "等"], at: span.end)
  }

  /// Opens its sentence, or stands behind `公司`, and does what firms do.
  private func acts(_ span: Span) -> Bool {
    let before = scene.skipSpacesBack(span.start)
    let opens = before == 0 || scene.text.bytes[before - 1] == 0x0A || scene.text.bytes[before - 1] == 0x22 || scene.precedes(anyOf: ["公司", "。", "，", "“", "企业", "初创"], before)
    if scene.precedes(anyOf: ["与", "向", "和", "对"], before), scene.follows(anyOf: ["签署", "授权", "合作", "达成", "采购", "签订", "注资"], at: span.end) { return true }
    guard opens else { return false }
    return scene.follows(anyOf: ["宣布", "完成", "否认", "回应", "表示", "获得", "获投", "称", "的估值", "与", "拟", "将投", "计划投", "同时表示", "发布公告", "创始人", "正在与", "已完成", "今日", "今天"], at: span.end)
      || scene.tokens.at(scene.tokens.index(ofByte: span.end)).map { $0.kind == .number && scene.follows("月", at: $0.end) } ?? false
  }

  /// Where the name before a suffix begins: after a function word, a list comma or the start of the run.
  private func chineseStart(_ token: NameTokens.Token, _ suffix: Int) -> Int? {
    var start = suffix
    var count = 0
    while start > token.start, count < 8 {
      let previous = start - 3
      guard previous >= token.start else { break }
      let (scalar, _) = decodeScalar(scene.text.bytes, at: previous)
      guard let unit = Unicode.Scalar(scalar) else { break }
      if Self.chineseStops.contains(unit) { return count >= 2 && count <= 4 ? start : nil }
      start = previous
      count += 1
    }
    return start == token.start && count >= 2 && count <= 6 ? start : nil
  }
}
