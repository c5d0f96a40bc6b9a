// English cases that each rule of the reading must get right.
import t from 'tap';
import { said } from './said.ts';

/** Who speaks, for each utterance of an article. */
function speakers(text: string): string[] {
  return said(text, 'en').map((line) => line.split(' | ')[0] ?? '');
}

t.test('what was said', async (t) => {
  const cases: [text: string, expected: string[]][] = [
    ['Trump said the talks were tough.', ['trump | say | indirect | the talks were tough']],
    ['"We made progress," Trump said.', ['trump | say | direct | "We made progress,"']],
    [
      '"It works," said Lavrov. "We will meet again."',
      ['lavrov | say | direct | "It works,"', 'lavrov | null | direct | "We will meet again."'],
    ],
    ['The plan, Rubio said, will not change.', ['rubio | say | indirect | The plan ... will not change']],
    ['The deal is close, according to Witkoff.', ['witkoff | according to | indirect | The deal is close']],
    [
      'According to "The Daily Post," the deal is close.',
      ['Daily Post | according to | indirect | the deal is close'],
    ],
    ['Trump did not say when they would meet.', []],
    [
      'Trump said he would call, adding that time was short.',
      ['trump | say | indirect | he would call', 'trump | add | indirect | time was short'],
    ],
    ['The Russian president told reporters that he was ready.', ['putin | tell | indirect | he was ready']],
    ['They met at the "Arctic Warrior" base.', []],
    // Nouns, adjectives and participles that look like speech verbs.
    ['The shift between states will change the map for varying reasons.', []],
    ['He is held for alleged acts, as confirmed by the court.', []],
    ['A group called "Friends of Alaska" met there.', []],
    ['A staff report released Friday will cost Trump votes.', []],
    // What nobody has said.
    ['Nobody told them Putin had left, and Lavrov would not say if he had.', []],
    ['WATCH: Trump says he will come', []],
    ['Asked whether it was true, Trump said no.', []],
    [
      'Unless Rubio says the deal is off, "it would be wrong to stop," Lavrov said.',
      ['lavrov | say | mixed | Unless Rubio says the deal is off, "it would be wrong to stop,"'],
    ],
    // Where contents begin and end.
    [
      'Trump said in a statement marking the day that the talks were tough.',
      ['trump | say | indirect | the talks were tough'],
    ],
    ['Lavrov claimed, without evidence, that they left.', ['lavrov | claim | indirect | they left']],
    [
      'Rubio said if the strike goes on, planes will stop.',
      ['rubio | say | indirect | if the strike goes on, planes will stop'],
    ],
    ['As Lavrov noted last week, the deal is close.', ['lavrov | note | indirect | the deal is close']],
    ['The deal, says Lavrov, is close.', ['lavrov | say | indirect | The deal ... is close']],
    ['"I am tired," Trump said, his voice breaking.', ['trump | say | direct | "I am tired,"']],
    ['In a letter to the "peace camp," Trump said he was ready.', ['trump | say | indirect | he was ready']],
    ['Saying the talks failed, Trump left Alaska.', ['trump | say | indirect | the talks failed']],
    ['Witkoff pointed out that the deal is close.', ['witkoff | point out | indirect | the deal is close']],
    ['Trump added the talks were tough.', ['trump | add | indirect | the talks were tough']],
    [
      '"We are ready," Putin said, adding the talks were tough.',
      ['putin | say | direct | "We are ready,"', 'putin | add | indirect | the talks were tough'],
    ],
    [
      'The road is closed, Lavrov said, but it may reopen.',
      ['lavrov | say | indirect | The road is closed ... but it may reopen'],
    ],
    ['The road is closed, Lavrov said, and walked away.', ['lavrov | say | indirect | The road is closed']],
    ['It was, Rubio said, a good day.', ['rubio | say | indirect | It was ... a good day']],
    [
      'If it passes, says Rubio, rents may rise.',
      ['rubio | say | indirect | If it passes ... rents may rise'],
    ],
    ['Officials say, however, the talks could fail.', ['Officials | say | indirect | the talks could fail']],
    ['Rubio told councillors staff had left.', ['rubio | tell | indirect | staff had left']],
    ["Rubio says that doesn't matter.", ["rubio | say | indirect | that doesn't matter"]],
    ['The court heard that Ann Lee had lied.', ['The court | hear | indirect | Ann Lee had lied']],
    ['A study found coffee lowers the risk.', ['A study | find | indirect | coffee lowers the risk']],
    [
      'Lavrov demanded that the company reopen talks.',
      ['lavrov | demand | indirect | the company reopen talks'],
    ],
    ['Lavrov denied taking the money.', ['lavrov | deny | indirect | taking the money']],
    ['Lavrov would only say that it was late.', ['lavrov | say | indirect | it was late']],
    ['Says Rubio: "It is over."', ['rubio | say | direct | "It is over."']],
    ['Ann Hart\'s message is simple: "Stay home."', ['Ann Hart | null | direct | "Stay home."']],
    ['"Why not?" Lavrov asked.', ['lavrov | ask | direct | "Why not?"']],
    [
      '"We go on," Rubio said from Moncton, N.B. "That was a good day."',
      ['rubio | say | direct | "We go on,"', 'rubio | null | direct | "That was a good day."'],
    ],
    [
      'Profits fell to 12 cents a share, according to Reuters.',
      ['Reuters | according to | indirect | Profits fell to 12 cents a share'],
    ],
    [
      'According to the model, which was released Friday, cases could double.',
      ['the model | according to | indirect | cases could double'],
    ],
    [
      'What comes next, says Rubio, depends on Iran.',
      ['rubio | say | indirect | What comes next ... depends on Iran'],
    ],
    [
      'In a statement of the ministry on Friday, Rubio said the deal is close.',
      ['rubio | say | indirect | the deal is close'],
    ],
    [
      'Rubio said in the office of the president that the deal is close.',
      ['rubio | say | indirect | the deal is close'],
    ],
    ['Saying the talks failed.', ['null | say | indirect | the talks failed']],
    ['And "it is late," Lavrov said.', ['lavrov | say | direct | "it is late,"']],
    [
      'The road is closed. "It is over," the 22-year-old said.',
      ['the 22-year-old | say | direct | "It is over,"'],
    ],
    ['Rubio said, according to Lavrov, the deal is close.', ['rubio | say | indirect | the deal is close']],
    [
      'Rubio told them in a long and quite open exchange of views on the northern roads and the lakes that it was over.',
      [],
    ],
    ['Rubio asked who had left.', ['rubio | ask | indirect | who had left']],
    ['Saying "the talks failed," Trump left Alaska.', ['trump | say | direct | "the talks failed,"']],
    ['And said it was over.', ['null | say | indirect | it was over']],
    ['The road is closed, said Rubio', ['rubio | say | indirect | The road is closed']],
    ['The road is closed.\nSaid Ann Lee: "It is over."', ['Ann Lee | say | direct | "It is over."']],
    ['Rubio: is it over?', ['rubio | say | indirect | is it over?']],
    [
      'Rubio called it "a mess" and left. Lavrov said it was late, and thanked his staff.',
      ['rubio | call | mixed | it "a mess"', 'lavrov | say | indirect | it was late'],
    ],
    [
      'The Times reported that the deal is close, citing officials.',
      ['Times | report | indirect | the deal is close'],
    ],
    [
      'It came after Rubio said that a deal was "about" done, and after Lavrov, the minister, told CNN that it was late.',
      ['rubio | say | mixed | a deal was "about" done', 'lavrov | tell | indirect | it was late'],
    ],
    ['Lavrov shouted back: "When?"', ['lavrov | shout | direct | "When?"']],
    ['He has long argued that it was late.', ['He | argue | indirect | it was late']],
    [
      'Officials said at least 12 people were hurt.',
      ['Officials | say | indirect | at least 12 people were hurt'],
    ],
    ['Officials said about 40 homes were lost.', ['Officials | say | indirect | about 40 homes were lost']],
    ['Officials said nearly 40 homes were lost.', ['Officials | say | indirect | nearly 40 homes were lost']],
    [
      'Officials said for years Iran ignored them.',
      ['Officials | say | indirect | for years Iran ignored them'],
    ],
    ['Officials said by 2030 it will double.', ['Officials | say | indirect | by 2030 it will double']],
    [
      "Officials said last year's fire was worse.",
      ["Officials | say | indirect | last year's fire was worse"],
    ],
    [
      '"We tried," Rubio told reporters, "and we failed."',
      ['rubio | tell | direct | "We tried," ... "and we failed."'],
    ],
    [
      '"We tried," Rubio said, and Lavrov added, "but we failed."',
      ['rubio | say | direct | "We tried,"', 'lavrov | add | direct | "but we failed."'],
    ],
    // Nobody says these.
    ['Rubio said his prayers.', []],
    ['Rubio argued the "old road" and the mill.', []],
    [
      'Officials say, however, the long road through the dark northern woods near the cold lake past the mill.',
      [],
    ],
    [
      'Rubio told the mayors, who had gathered in the city and in the old mill near the cold northern lake.',
      [],
    ],
    ['The road is long: "Stay home."', []],
    ['Ann Smith: queen of the north', []],
    ['A petition calling for a vote has many names.', []],
    ['Nobody is saying that the plan is dead.', []],
    ['Ferry was late, inquiry told.', []],
    ['The move suggests that the plan is dead.', []],
    ['Rubio argued against the bill.', []],
    // Single marks.
    [
      "'The drivers' union is wrong, and so am I,' Rubio said.",
      ["rubio | say | direct | 'The drivers' union is wrong, and so am I,'"],
    ],
    [
      '"I asked and she said, \'It is gone,\'" Rubio said.',
      ['rubio | say | direct | "I asked and she said, \'It is gone,\'"'],
    ],
    ["Rubio left in the '80s with the workers' union.", []],
    [
      "'We will meet the workers' union and the drivers', Rubio said.",
      ["rubio | say | mixed | 'We will meet the workers' union and the drivers'"],
    ],
    // Names of speakers.
    [
      'A spokesman for the ferry said Putin was late.',
      ['A spokesman for the ferry | say | indirect | Putin was late'],
    ],
    [
      'Russian officials said it was over. But Ann Lee left. "We go on," Lee said.',
      ['Russian officials | say | indirect | it was over', 'Ann Lee | say | direct | "We go on,"'],
    ],
    // Subjects with insertions.
    [
      'In Ottawa the mayor, Ann Lee, said the deal is close.',
      ['Ann Lee | say | indirect | the deal is close'],
    ],
    [
      'In Ottawa in spring, Rubio, the secretary, said the deal is close.',
      ['rubio | say | indirect | the deal is close'],
    ],
    ['On Friday, Rubio left, adding that it was over.', ['rubio | add | indirect | it was over']],
    [
      'According to Rubio, the secretary, the deal is close.',
      ['rubio | according to | indirect | the deal is close'],
    ],
    ['Officials were warning that it was over.', ['Officials | warn | indirect | it was over']],
    ['Rubio, who has seen both, says the deal is close.', ['rubio | say | indirect | the deal is close']],
    [
      'Trump, one of two who decide what planes cost, loans and all, said it was over.',
      ['trump | say | indirect | it was over'],
    ],
    ['Lavrov, the minister, on Friday said it was over.', ['lavrov | say | indirect | it was over']],
  ];
  for (const [text, expected] of cases) t.strictSame(said(text, 'en'), expected, text);
});

t.test('whom pronouns mean, and who goes on', async (t) => {
  const cases: [text: string, expected: string[]][] = [
    [
      'Hanna Lund said it was over. Priya Raman called the plan "a mess." "I was angry," she said.',
      ['Hanna Lund', 'Priya Raman', 'Priya Raman'],
    ],
    [
      '"It works," said Ann Lee. Outside, Owen Bell had waited.\n"I was cold," he said.',
      ['Ann Lee', 'Owen Bell'],
    ],
    ['Ann Lee said it was over. Bob Hart wasn\'t buying it. "We go on."', ['Ann Lee', 'Bob Hart']],
    ['Ann Lee said it was over.\nBob Hart put it this way:\n"We go on, all of us."', ['Ann Lee', 'Bob Hart']],
    [
      'A former crew member said it sank. He had told Maria Bell. "It was dark," he said.',
      ['A former crew member', 'A former crew member'],
    ],
    [
      'Chief Ray Crane, who met Owen Bell, said it was late. He said he was tired.',
      ['Ray Crane', 'Ray Crane'],
    ],
    ['Kim Lee\'s lawyer, Ann Hart, left. Lee waited. "We won," she said.', ['Kim Lee']],
    ['At the White House, Ann Hart waited with Owen Bell. "We won," he said.', ['Owen Bell']],
    [
      '"It is late," said Const. Ray Crane. Bo Hart left. "Why?" the officer asked.',
      ['Ray Crane', 'Ray Crane'],
    ],
    ['"It is late," said Bo Hart, 22. Ray Crane left. "Why?" the 22-year-old asked.', ['Bo Hart', 'Bo Hart']],
    ['"It is late," said Bo Hart. "Why?" the 22-year-old asked.', ['Bo Hart', 'Bo Hart']],
    ['Ontario Health Minister Ann Hart said it was late.', ['Ann Hart']],
    ['The health director, Dr. Ann Hart, said it was late.', ['Ann Hart']],
    ['One of them is teacher Josée Bell. "It is late," she said.', ['Josée Bell']],
    ['Reuters reporter Ann Hart said it was late.', ['Ann Hart']],
    ['Anyone may call Const. Ann Hart of the Regina Police, who said it was late.', ['Ann Hart']],
    ['A spokesman for the ministry, Gao Feng, said it was late.', ['Gao Feng']],
    ['It is late, according to her father. "It is cold," he said.', ['her father', 'her father']],
    ['Officials in Paris said it was late.', ['Officials in Paris']],
    [
      'President Ann Hart left. Hart met President Bo Lind. It rained. It snowed. It froze. The president said it was late.',
      ['Ann Hart'],
    ],
    ['Statistics Canada said it grew. Health Canada said it fell.', ['Statistics Canada', 'Health Canada']],
    ['The move drew a rebuke from the embassy, which said it was late.', ['the embassy']],
    ['Bell is one of 340 cleaners across the city who say it was late.', ['340 cleaners across the city']],
  ];
  for (const [text, expected] of cases) t.strictSame(speakers(text), expected, text);
});
