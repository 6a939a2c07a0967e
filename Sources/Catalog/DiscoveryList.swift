/// The lists of `discovery.tsv`, by what they decide.
enum DiscoveryList: Int, CaseIterable, Sendable {
  /// What follows a name that is part of an address.
  case addressEnds
  /// What follows Amazon, the river.
  case riverWords
  /// What follows meta, the prefix.
  case metaWords
  /// What may follow a shortened name of a university, bank or court.
  case shortNameFollowers
  /// Kanji that may stand before a kanji name of two characters.
  case kanjiNameLeads
  /// Kanji that may follow a kanji name of two characters.
  case kanjiNameFollowers
  /// Behind an ambiguous alias: it is a company.
  case aliasCompanyAfter
  /// Before an ambiguous alias: it is a company.
  case aliasCompanyBefore
  /// Behind an ambiguous alias: it is a person.
  case aliasPersonAfter
  /// Before an ambiguous alias: it is a person.
  case aliasPersonBefore
  /// Behind an ambiguous alias: it is a model.
  case aliasModelAfter
  /// Before an ambiguous alias: it is a model.
  case aliasModelBefore
  /// Behind an ambiguous alias: it is a chip.
  case aliasChipAfter
  /// Before an ambiguous alias: it is a chip.
  case aliasChipBefore
  /// Behind an ambiguous alias: it is a product.
  case aliasProductAfter
  /// Before an ambiguous alias: it is a product.
  case aliasProductBefore
  /// Behind the network of one letter.
  case postingAfter
  /// Before the network of one letter.
  case postingBefore
  /// What parts two names of a list.
  case listGaps
  /// Behind a name that is used as a company's.
  case companyUse
  /// Behind a name that is used as a product's.
  case productUse
  /// Behind a name that is used as an assistant's.
  case assistantAfter
  /// Before a name that is used as an assistant's.
  case assistantBefore
  /// Other assistants before a name.
  case assistantListBefore
  /// Other assistants behind a name.
  case assistantListAfter
  /// Behind a name that is used as a model's.
  case modelUseAfter
  /// Before a name that is used as a model's.
  case modelUseBefore
  /// What follows a word of a trade that is part of a longer word.
  case chineseSuffixFollowers
  /// Behind a name with a word of a trade, in a list.
  case chineseListedAfter
  /// Before a name with a word of a trade that acts.
  case chineseActsBefore
  /// Before a partner's name.
  case chinesePartnerBefore
  /// Behind a partner's name.
  case chinesePartnerAfter
  /// Behind a name with a word of a trade that acts.
  case chineseActsAfter
  /// Ends of Chinese names of organizations, with the confidence of a name that ends so; below 720 only in a list or where it acts.
  case chineseSuffixes
  /// Characters that no name before such an end holds.
  case chineseStops
  /// Words before such an end that describe: 人工智能|公司.
  case chineseGenericHeads
  /// What only firms have, right behind a name.
  case chineseActorRoles
  /// What firms do, right behind a name that is told again.
  case chineseActorDoings
  /// Words before an actor that are no part of its name.
  case chineseActorLeads
  /// Ends of common phrases before such doings.
  case chineseNoActorEnds
  /// Characters that no actor's name holds.
  case chineseActorNoise
  /// Words that make another company of a known one's name.
  case houseSuffixes
  /// Ends of katakana names of funds and houses.
  case houseEnds
  /// Heads of lines that tell who wrote.
  case bylineHeads
  /// Before a name that tells who made a picture or a text.
  case bylineLeads
  /// Behind the last known name of a list.
  case listTails
  /// Behind the last unknown name of a list.
  case listClosers
  /// Common nouns at the end of an item of a list.
  case genericTails
  /// Characters that no item of a list of names holds.
  case chineseListNoise
  /// What follows a medium that is party of the news.
  case mediaActs
  /// What stands before a medium that is party of the news.
  case mediaDealings
  /// Words of a model's variant behind its version.
  case modelVariants
  /// Characters behind a number that counts something: no version.
  case modelCounters
  /// Words behind a number that counts something: no version.
  case modelNumberWords
  /// Words of organizations before of.
  case organizationOf
  /// Appositions right behind a company's name.
  case companyAppositions
  /// What only companies have, right behind a name.
  case companyRolesLatin
  /// Roles and doings right before a company's name.
  case companyRolesBefore
  /// Ends of compounds that are no names.
  case compoundEnds
  /// First words of names of places.
  case placeWords
  /// Before a list of companies on its line.
  case listCues
  /// Countries and prefixes before a name with an end of organizations.
  case countriesBefore
  /// Ends of names of bodies that want three characters before.
  case bodySuffixes
  /// Roles and particles behind an end of organizations.
  case suffixFollowers
  /// Countries before a name.
  case countryEnds
  /// Words that begin with 社.
  case noCompanyCounter
  /// Nouns right before a quoted company.
  case companyNounsQuoted
  /// Characters of countries right before a name.
  case countryCharacters
  /// Characters that make another word with a country's.
  case noCountryLeads
  /// What ends before a topic.
  case topicLeads
  /// Last words of Latin names of organizations.
  case organizationSuffixes
  /// Last words of such names that other names have too.
  case weakOrganizationSuffixes
  /// Nouns right before a company's name.
  case organizationKinds
  /// What companies do, right behind a name that opens its sentence.
  case companyDoings
  /// Legal forms before a name.
  case japaneseLegalForms
  /// Ends of Japanese names of organizations, with the confidence of a name that ends so.
  case japaneseSuffixes
  /// Words before such an end that describe: 地方|銀行.
  case japaneseGenericHeads
  /// Ends that common words have too: a kanji head must be a family's or a place's name.
  case weakJapaneseSuffixes
  /// Places and eras in the names of houses.
  case housePlaces
  /// Nouns and clauses right before a company's name.
  case companyNounsBefore
  /// What only companies have or suffer, right behind a name.
  case companyRolesAfter
  /// Doings of companies in the sentence of a topic.
  case announcing
  /// Doings of companies in a headline that opens with the name.
  case headlineDoings
  /// Abbreviations and places in the frame of a company.
  case noCompanies
  /// Abbreviations in parentheses that stand for no name.
  case noAbbreviations
  /// Titles behind a single katakana word.
  case katakanaTitles
  /// Titles behind a run of kanji.
  case kanjiTitlesAfter
  /// Titles before a Chinese name, in another script or a space away.
  case chineseTitlesBefore
  /// Small words inside names of people.
  case nameParticles
  /// Words that no name of a person holds.
  case organizationWords
  /// Words that headlines write with a capital, and days: no part of a name.
  case headlineWords
  /// Given names that are words or places too.
  case riskyGivenNames
  /// Titles of people.
  case latinTitles
  /// Verbs of saying right behind a speaker.
  case speechVerbs
  /// Titles right behind a person's name.
  case japaneseTitles
  /// Roles right before a person's name.
  case japaneseRoleHeads
  /// Last katakana words of names of organizations.
  case katakanaOrganizationWords
  /// Titles inside a run of kanji, with the confidence of a name before them.
  case kanjiTitles
  /// Characters that belong to a title, not to the name before it.
  case kanjiTitlePrefixes
  /// Words before 氏 that name nobody.
  case noJapanesePeople
  /// Titles right before a person's name.
  case chineseTitles
  /// Characters that end a person's name.
  case afterChineseName
  /// Prepositions and conjunctions right before a name.
  case beforeChineseName
  /// Characters of grammar, in no person's name.
  case chineseFunctionCharacters
  /// Forms of address right behind a name.
  case chineseAddresses
  /// Verbs of saying and thinking right behind a speaker.
  case chineseSpeech
  /// Words shaped like a person's name.
  case noChinesePeople
  /// Small words before a surname.
  case surnameParticles
  /// Ends of names of files.
  case fileEnds
  /// Heads of lines that are no sentences.
  case noProse
  /// Second halves of compounds that are no names.
  case hyphenEnds
  /// What opens an apposition.
  case appositionLeads
  /// Words that end the noun phrase of an apposition.
  case appositionStops
  /// Capitalized words that begin a line, not a name.
  case leadingWords
  /// Capitalized words behind a name.
  case trailingWords
  /// Months, days and feasts.
  case calendarWords
  /// Ends of words for qualities and doings: controllability.
  case abstractEnds
  /// Abbreviations of the trade that are written with small letters too.
  case tradeAbbreviations
  /// Ends of clauses before a quoted product.
  case relativeEnds
  /// Ends of names of assistants that stand in for somebody.
  case personaEnds
  /// Verbs of naming.
  case callingVerbs
  /// Particles and endings of sentences, in no quoted name.
  case sentenceParticles
  /// Nouns and verbs right before a quoted product.
  case chineseProductNouns
  /// Nouns right before a quoted model.
  case chineseModelNouns
  /// Characters that no quoted name holds.
  case chineseQuoteNoise
  /// Nouns right before a quoted product.
  case productNouns
  /// Nouns right before a quoted model.
  case modelNouns
  /// Nouns right before a quoted chip.
  case chipNouns
  /// What is done with a product right behind its quoted name.
  case launching
  /// Ends of what is written or held, not sold.
  case documentEnds
  /// Words behind a quoted name that has the form of a product's.
  case handing
  /// Last words of compounds that name a product.
  case wareEnds
  /// Small words inside a title.
  case titleJoiners
  /// Words that end like a town.
  case noMunicipalityEnds
  /// Words before 市 that name none.
  case noMunicipalityHeads
  /// Behind a public body that is a partner.
  case publicPartners
  /// Prefectures of Japan.
  case prefectures
  /// What only a public body does, in its sentence.
  case publicDoings
  /// Words right before a coined name.
  case coinedLeads
  /// Clauses and nouns before a coined name that is a company.
  case tradeBefore
  /// Behind a coined name that is a company.
  case tradeAfter
  /// Words of a trade in kanji behind a coined word.
  case kanjiTrades
  /// Words of a trade in katakana behind a coined word.
  case katakanaTrades
  /// Words of a trade in Latin letters behind a coined katakana word.
  case latinTrades
  /// Words of nature that companies go by.
  case creatures
  /// Ends of words that tell of what kind a trade is.
  case tradeQualities
  /// Doings of companies in the sentence of a coined name.
  case tradeDoings
  /// Behind a Latin name that is a company after all.
  case companyAfterLatin
  /// Nouns right before a Latin product name.
  case productNounsBefore
  /// Nouns right behind a Latin product name.
  case productNounsAfter
  /// Characters that transcribe foreign names in Chinese.
  case transcriptions
  /// Ends of names of bodies that a place or a nation leads, with the confidence of a name that ends so.
  case chineseBodyEnds
  /// Words that lead a name of a body like a place.
  case chineseBodyLeads
  /// Characters that no name of a body holds between its place and its end.
  case chineseBodyStops
  /// Words that end before a name: 参见|硅谷银行.
  case chineseHeadVerbs
  /// Verbs and adverbs right behind a person's name.
  case chineseNameVerbs
  /// Nouns and verbs before a quoted name of Chinese characters alone.
  case chineseNaming
  /// Numerals, in no quoted name of Chinese characters.
  case chineseNumerals
  /// What is told of behind a quoted phrase that is no product.
  case chineseMethods
  /// Titles and parties before a person's name, no part of it.
  case personLeads
  /// Given names in katakana, before a surname.
  case katakanaGivenNames
  /// What is named for a person: no person stands before it.
  case namesakes
  /// Legal forms that end a Latin name.
  case latinLegalForms
  /// Common words that begin names: kept where a sentence begins with them.
  case keptHeads
  /// Words of a field between a company's name and a word of organizations.
  case houseMiddles
  /// Nouns right before a quoted organization.
  case organizationNouns
  /// Nouns right before a quoted title or phrase that names no product.
  case documentNouns
  /// What one holds: its models are wares.
  case deviceNouns
  /// Kinds of models that compute.
  case modelKinds
  /// Nouns that describe a name right before it, in one run with it.
  case companyKinds
  /// Behind a list of companies.
  case listClosersCompany
  /// Behind a list of products.
  case listClosersProduct
  /// Behind a list of models.
  case listClosersModel
  /// Before a list of companies.
  case listHeadsCompany
  /// Before a list of products.
  case listHeadsProduct
  /// Before a list of models.
  case listHeadsModel
  /// Words for a model of wares right before its quoted name.
  case wareModels
  /// Surnames that are common words.
  case surnameWords
  /// Nouns of a kind glued to a Latin name in small letters or capitals.
  case chineseKindsAfter
  /// What introduces a short form in parentheses behind a name.
  case shortFormLeads
  /// Ends of names that add a trade or a legal form: the word before stands for the same company.
  case sameHouseEnds
  /// Mechanisms that end like the name of a body.
  case mechanisms
  /// What follows a place, not a name that ends in one.
  case superlatives
  /// Ends of names of two words whose first stands for the whole.
  case fundEnds
  /// Ends of common words that end like a name.
  case chineseNoEnds

  /// Legal forms that close a registered Chinese name.
  case registeredEnds

  /// The name of the list in the first column.
  var name: String { "\(self)" }

  /// Is it looked for in arrays of characters?
  var isInCharacters: Bool { [.chineseTitles, .chineseAddresses, .chineseSpeech, .kanjiTitles].contains(self) }
}
