import Testing

@testable import Extraction

@MainActor
@Suite("English deals")
struct EnglishDealTests {
  @Test(
    "One sentence tells one deal",
    arguments: [
      ("Nvidia will buy Run:ai, an Israeli startup, for about $700 million, the companies said.", "acquisition announced acquirer=nvidia target=run-ai 700000000 USD"),
      ("Cohere was acquired by Oracle last year for $6 billion.", "acquisition announced acquirer=oracle target=cohere 6000000000 USD"),
      ("AMD completed its acquisition of Xilinx on Monday.", "acquisition completed acquirer=amd target=xilinx"),
      ("Microsoft has agreed to acquire Nuance for $19.7 billion in cash.", "acquisition signed acquirer=microsoft target=nuance 19700000000 USD"),
      ("Anthropic raised $13 billion in a Series F round led by ICONIQ, with participation from Fidelity and Lightspeed.",
        "equity_investment completed investee=anthropic investor=fidelity investor=iconiq investor=lightspeed 13000000000 USD"),
      ("Databricks, which is valued at $62 billion, has raised $10 billion from Thrive Capital.",
        "equity_investment completed investee=databricks investor=thrive 10000000000 USD"),
      ("ASML holds an 11% stake in Mistral AI.", "equity_investment ongoing investee=mistral-ai investor=asml"),
      ("Nvidia and Intel announced on Thursday that Nvidia would invest $5 billion in Intel.",
        "equity_investment announced investee=intel investor=nvidia 5000000000 USD"),
      ("OpenAI signed a $38 billion cloud deal with Amazon Web Services.", "cloud_compute signed customer=openai provider=aws 38000000000 USD"),
      ("CoreWeave struck a $14 billion deal to provide Meta with computing power.", "cloud_compute signed customer=meta provider=coreweave 14000000000 USD"),
      ("Salesforce partners with Anthropic to bring Claude to Slack.", "partnership announced partner=anthropic partner=salesforce"),
      ("Samsung will supply memory chips to Nvidia.", "hardware_supply announced customer=nvidia supplier=samsung-electronics"),
      ("News Corp signed a five-year licensing deal with OpenAI worth more than $250 million.",
        "license signed licensee=news-corp licensor=openai 250000000 USD"),
      ("Reddit licenses its data to Google for $60 million.", "license announced licensee=google licensor=reddit 60000000 USD"),
      ("Meta and Blue Owl Capital formed a joint venture to finance the campus.", "joint_venture announced partner=blue-owl partner=meta"),
      ("xAI plans to build a data center in Memphis.", "infrastructure planned builder=xai"),
      ("Google said it would invest $15 billion in India over five years.", "infrastructure announced builder=google 15000000000 USD"),
      ("Oracle borrowed $18 billion from JPMorgan.", "debt_financing announced borrower=oracle lender=jpmorgan 18000000000 USD"),
      ("Cerebras filed for an IPO in the United States.", "public_offering planned issuer=cerebras"),
      ("Sequoia prepares to back Anthropic.", "equity_investment planned investee=anthropic investor=sequoia"),
      ("Samsung won a $16.5 billion order from Tesla to make chips.", "hardware_supply signed customer=tesla supplier=samsung-electronics 16500000000 USD"),
      ("OpenAI will pay Oracle $300 billion over five years for computing power.", "cloud_compute announced customer=openai provider=oracle 300000000000 USD"),
      ("Microsoft agreed to rent GPUs from Nebius in a deal worth up to $19.4 billion.", "cloud_compute signed customer=microsoft provider=nebius 19400000000 USD"),
      ("Groq never recovered from the failure of its planned acquisition by Amazon.", "acquisition planned acquirer=amazon target=groq"),
      ("Mistral received a Series C funding round last September.", "equity_investment completed investee=mistral-ai"),
      ("Oracle paid $2.6 billion to acquire 31 percent of Groq.", "equity_investment announced investee=groq investor=oracle 2600000000 USD"),
      ("Nvidia signed a licensing agreement for Groq’s technology.", "license signed licensee=nvidia licensor=groq"),
      ("Wayve raised $1.2 billion led by Balderton, and included participation from Microsoft, Nvidia and Uber.",
        "equity_investment completed investee=wayve investor=balderton investor=microsoft investor=nvidia investor=uber 1200000000 USD"),
      ("Nvidia is behind the layer that’s powering the boom, investing $2 billion in CoreWeave.", "equity_investment announced investee=coreweave investor=nvidia 2000000000 USD"),
    ])
  func oneSentence(text: String, deal: String) throws {
    #expect(try FactReading.deals(text, .en) == [deal])
  }

  @Test(
    "A list of objects tells a deal each, a list of counterparts of one agreement one deal",
    arguments: [
      ("Nvidia invested in OpenAI and Anthropic.", ["equity_investment announced investee=openai investor=nvidia", "equity_investment announced investee=anthropic investor=nvidia"]),
      ("Meta inked agreements with Vistra and Oklo for nuclear power.", ["energy_supply signed customer=meta supplier=vistra", "energy_supply signed customer=meta supplier=oklo"]),
      ("Salesforce signed an agreement with Anthropic and Reddit.", ["partnership signed partner=anthropic partner=reddit partner=salesforce"]),
    ])
  func lists(text: String, deals: [String]) throws {
    #expect(try FactReading.deals(text, .en) == deals)
  }

  @Test(
    "Status comes from what governs the deal and from who tells it",
    arguments: [
      ("Amazon is in talks to invest another $10 billion in Anthropic.", "negotiating"),
      ("Amazon is in talks to invest another $10 billion in Anthropic, according to people familiar with the matter.", "rumored"),
      ("Amazon reportedly invested $10 billion in Anthropic.", "rumored"),
      ("Amazon plans to invest $10 billion in Anthropic.", "planned"),
      ("Amazon could invest $10 billion in Anthropic.", "speculated"),
      ("Amazon did not invest $10 billion in Anthropic.", "denied"),
      ("Amazon denied that it invested $10 billion in Anthropic.", "denied"),
      ("Amazon is not in talks to invest $10 billion in Anthropic.", "denied"),
      ("The plan by Amazon to invest $10 billion in Anthropic collapsed.", "terminated"),
    ])
  func status(text: String, status: String) throws {
    let found = try FactReading.facts(text, .en).deals.map(\.status.rawValue)
    #expect(found == [status])
  }

  @Test(
    "What looks like a deal and is none stays out",
    arguments: [
      "If Apple bought Perplexity, Google would lose a customer.",
      "Companies like Zoom and Snap have partnered on the project.",
      "Did Apple buy Perplexity?",
      "OpenAI, which competes with Anthropic, uses Nvidia chips.",
      "Nvidia shares rose after Microsoft raised its forecast by $5 billion.",
      "Former Apple designer Jony Ive bought a house in Paris for $20 million.",
      "Salesforce provided over $67 billion in loans to 14 million customers.",
      "The regulator blocked Microsoft's deal.",
      "Users of ChatGPT may include engineers of Google.",
    ])
  func noDeal(text: String) throws {
    #expect(try FactReading.deals(text, .en) == [])
  }

  @Test("The company, the round and two companies point back")
  func anaphora() throws {
    let text = """
      Databricks makes data software. The company raised $1 billion last week. The round was led by Thrive Capital.
      """
    #expect(try FactReading.deals(text, .en) == ["equity_investment completed investee=databricks investor=thrive 1000000000 USD"])
  }

  @Test("A relative clause and an insertion do not hide the subject")
  func insertions() throws {
    let text = "Databricks, the data company backed by Microsoft, has been acquired by Oracle, the company said on its website."
    #expect(
      try FactReading.deals(text, .en) == [
        "equity_investment ongoing investee=databricks investor=microsoft", "acquisition announced acquirer=oracle target=databricks",
      ])
  }
}
