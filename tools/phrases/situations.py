"""Situations and utterances with one basic emotion, all our own: what people report, say, post and write, by genre.
`{slot}` is filled from SLOTS, `[a|b|]` picks one. Nothing here comes from a data set."""

SLOTS = {
    "when": ["today", "yesterday", "this morning", "last night", "tonight", "on sunday", "last week", "just now", "again"],
    "soon": ["tomorrow", "tonight", "next week", "on monday", "in two days", "this weekend", "in the morning"],
    "kin": ["my mum", "my dad", "my sister", "my brother", "my son", "my daughter", "my grandma", "my husband", "my wife",
            "my best friend", "my girlfriend", "my boyfriend", "my cousin", "my roommate"],
    "who": ["he", "she", "my boss", "the teacher", "our neighbour", "the coach", "anna", "tom", "the old man", "my uncle",
            "the driver", "the manager", "they", "everyone", "the kid next door", "maria", "ben"],
    "they": ["the government", "this company", "the council", "those politicians", "the airline", "the bank", "the media",
             "my landlord", "the school board", "the referee", "the minister", "these people", "the police chief", "the mayor"],
    "team": ["our team", "the girls", "the home side", "my club", "the national team", "our little school"],
    "thing": ["my phone", "the car", "my laptop", "the washing machine", "the wifi", "my bike", "the heating", "the printer"],
    "treat": ["pancakes", "a long bath", "my new bike", "the beach", "fresh coffee", "the mountains", "a road trip", "live music",
              "christmas", "my birthday", "the holidays", "the show", "summer", "the new season"],
    "place": ["the station", "the office", "the museum", "the town hall", "the supermarket", "the airport", "room twelve", "the gym"],
    "day": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
    "num": ["two", "three", "four", "five", "six", "ten", "twelve", "twenty"],
    "object": ["the blue folder", "the keys", "the tickets", "a receipt", "the ladder", "my charger", "the second copy", "a form"],
}

JOY = """can't wait for {treat}|so excited for {treat}|{soon} is finally {treat}|counting the days until {treat}
{kin} just [got engaged|got the job|had a baby boy|passed the exam|came home|beat cancer|made me laugh so hard]
{kin} surprised me with [flowers|breakfast|tickets|a cake] and it made my day
[finally|just] [got my licence|finished my thesis|got accepted|got the keys to my flat|booked the flight|paid off my debt|got a raise]
{team} [won|made it to the final|did it|played brilliantly], what a [game|night|team]|{team} are champions
best [day|night|week|trip|concert|meal] [ever|in years|of my life]|what a [beautiful|lovely|gorgeous|perfect] [day|morning|evening|sunset]
I love [my job|this song|this place|my life|my friends|that girl|being an aunt|lazy sundays|how my baby laughs|you so much]
love you [all|guys|mum|to the moon and back]|thank you [so much|all|everyone] for [the birthday wishes|last night|being there|your help]
so [proud|happy|glad] [for|of] [you|her|my team|my little brother|us]|proud of {kin} {when}
sun is out, [coffee in hand|music on|feet up|no plans at all]|[nothing beats|can't beat] [{treat}|a hug from {kin}]
[haha|lol|lmao], {who} [cracks me up|is hilarious|made my day]|that [joke|video|dog] is the funniest thing I have seen
I [could|almost] [cry|dance|sing] with happiness|everything is finally falling into place|life is good
had [a great|a lovely|the best|an amazing] [time|evening|weekend] with {kin}|good to be home|back together with the whole gang
congratulations, [you deserve it|well done|I knew you could do it]|[well done|good job], you two|hooray, [no school|we made it|it's friday]
that's [wonderful|great|fantastic|marvellous|terrific] news|oh that sounds [great|lovely|like fun], I'd love to
what a relief, [the tests are clear|everyone is safe|it is over]|she is alive, thank god|so thankful for [another year|my family|this chance]
I've got good news, [we got the house|they said yes|you are hired]|[yes|yay], [let's do it|we did it|I got it]|this makes me so happy
you look [wonderful|beautiful|amazing] tonight|it's my pleasure, really|I am having so much fun|I'm looking forward to {treat}
she smiled from ear to ear|they danced in the kitchen until midnight|he laughed like a child|grandpa beamed with pride
looking forward to a better [year|future|tomorrow]|there is always hope, keep going|brighter days are coming|never give up, you are stronger than you think
wake up with a smile and be grateful|today is a good day to be kind|god is good, feeling blessed|so blessed to [be here|have you|see another day]
[new shoes|new haircut|payday|pizza night|day off|first snow], [yay|woohoo|yes please|so good]|it's friday night and I am dancing in my room
this [book|film|album|place] is a [delight|joy|gem|masterpiece], [loved every minute|pure happiness|five stars]"""

SADNESS = """I miss [you|her|him|home|my mum|my dog|the old days|us] [so much|every day|already|]|wish {kin} was still here
{kin} [passed away|is gone|died] {when}|we buried {kin} {when}|rest in peace, [grandma|old friend|my sweet cat], I will miss you
[he|she] [broke up with me|left me|doesn't love me anymore|never called back|moved on] {when}
[nobody|no one] [cares|called|came|remembered my birthday|wants to talk to me|asked how I am]
home alone {when}, [again|as always|nothing to do|no one to talk to]|eating dinner alone [again|in the car|at my desk]
I [can't stop crying|cried all night|cried myself to sleep|have no tears left|just want to cry|am crying in the bathroom]
[didn't get|lost|missed out on] [the job|the flat|my scholarship|tickets|the last bus home], [gutted|so disappointed|heartbroken]
{team} [lost|are out|threw it away], [so sad|gutted|heart is broken]|what a sad [day|ending|song|story|way to go]
[so sorry|my condolences|I'm sorry] [for your loss|to hear that|it ended like this|I let you down]|I'm sorry, it was all my fault
I wish I [had said goodbye|could turn back time|had never left|had been a better son]|it will never be the same without [her|him|you]
{thing} died and I can't afford another|summer is over, back to grey|last day here, don't want to leave|saying goodbye is the hardest part
I have a [headache|fever|broken leg|cold] and nobody to bring me soup|feeling [sick|ill|rough|low] {when}, stuck in bed
nothing [matters|helps|feels right] anymore|what's the point of anything|I am so tired of [everything|being alone|pretending I am fine]
my heart [is broken|hurts|aches|is heavy] {when}|this [film|song|photo|letter] makes me cry every time|poor [thing|kid|dog], all alone out there
she looked at the floor and said nothing for a long time|he sat by the grave until dark|tears ran down her cheeks|his voice broke when he said her name
I failed [again|the exam|everyone|my parents|the driving test], I feel useless|I'll never be good enough|I'm such a disappointment
the [house|room|garden] is so quiet since [he|she|they] left|twenty years of work, gone|they shut the factory, two hundred families without work
I thought we were friends, I guess not|he forgot me|everyone got invited but me|I have nobody left|we had to put our dog down {when}
[many|hundreds|thousands] [dead|homeless|injured] after the [flood|earthquake|fire|crash], [so tragic|heartbreaking|prayers for the families]
I regret [it all|every word|leaving|selling the house]|that's a pity, I was hoping to see you|unfortunately I can't come, I am too ill|too bad, we were so close"""

ANGER = """[sick of|tired of|fed up with|so done with] [this|{they}|people who lie|your excuses|my neighbours|being ignored|waiting]
how dare [you|they|he] [talk to me like that|lie to us|touch my things|blame me]|who do you think you are
{they} [lied to us|don't care about people like us|should be ashamed|ripped me off|did it again|only care about money], [unbelievable|disgraceful|enough]
[shut up|get out|go to hell|leave me alone|get lost|back off], [I mean it|idiot|you liar|now|]|I told you a hundred times not to touch that
I hate [you|him|this job|mondays|traffic|liars|slow walkers|when people chew loudly|being lied to|my life sometimes]
{who} [cheated on me|lied to my face|stole my lunch|keeps interrupting me|threw my stuff away|hung up on me|never does the dishes] {when}
[stop|quit] [lying|shouting at me|blaming me|touching my stuff|talking over me|wasting my time], [for god's sake|right now|will you]
[waited|been on hold|stood here] {num} hours and [nobody helped|still nothing|they closed the counter], [what a joke|terrible service|never again]
{thing} [crashed|broke|stopped working] [for the third time|again], [ugh|argh|damn it|piece of junk|I swear]
what the hell is wrong with [you|him|these people|this country]|are you out of your mind|you must be joking, that is my seat
this is [outrageous|unacceptable|unfair|ridiculous|an insult|a scandal]|you've got no right to [say that|be here|open my mail]
I want to [scream|punch a wall|smash this thing|slap him|strangle someone]|my blood is boiling|I could kill {who}|I am losing my patience
don't [you dare|touch me|lie to me|walk away from me|call me that]|you ruined everything|this is all your fault|you never listen to me
[idiots|morons|thugs|cowards] [everywhere|in charge|on the road|like that make my blood boil]|learn to drive, you idiot|who parks like that
she slammed the door in his face|he threw the plate against the wall|the crowd shouted at the minister|he clenched his fists and yelled
another tax, another lie, same old {they}|vote them all out|innocent people pay while {they} [get rich|laugh|look away]
I want to speak to the manager, this is unacceptable|give me my money back|I've had [enough|it] with {they}
women get paid less for the same work and [they laugh about it|nobody does a thing]|it is a disgrace how they treat [nurses|refugees|workers]
some people have no [manners|respect|shame]|my brother used my [toothbrush|money|laptop] without asking|not fair, I did all the work and he got the credit"""

FEAR = """I'm so [scared|nervous|worried|anxious] about [{soon}|the results|my exam|the flight|the interview|the operation|the future]
[exam|interview|surgery|court date|driving test] {soon}, [can't sleep|my hands are shaking|I feel sick|so nervous|help]
[there's|I think there's] [someone|something] [in the house|outside my window|under the bed|following me|behind us]
did you hear that [noise|scream|knock]|who's there|don't leave me alone in here|please don't hurt me|run, it's coming|he has a gun
what if [I fail|they find out|it comes back|he never wakes up|I lose everything|the plane goes down|nobody comes]
I'm [terrified|scared|afraid|petrified] of [spiders|heights|the dark|flying|needles|dogs|losing you|dying|the dentist|water]
{kin} [isn't answering|hasn't come home|is in surgery], [I'm so worried|please be okay|I am freaking out]
[the storm|the fire|the flood|the virus|the war] is getting closer and [we can't leave|I am shaking|nobody knows what to do]
had a nightmare and [can't go back to sleep|woke up sweating|now I'm scared of the dark]|my heart is [pounding|racing|in my throat]
[lost|lump|blood|shadow] on the scan, waiting for the doctor to call, [terrified|can't breathe|praying]
careful, [the ice is thin|he's dangerous|it could explode|they are armed]|be careful out there, it isn't safe|we have to get out of here now
walking home alone at [night|two in the morning], [someone behind me|keys between my fingers|too scared to look back]
I [dread|am dreading] [monday|the results|going back|telling them|the phone call]|I get panic attacks [on the train|before every exam|at night]
the [floor|bridge|stairs] [creaked|shook] and she [froze|held her breath|could not move]|he looked over his shoulder and walked faster
the threat of [war|an attack|another quake] has people [hiding in cellars|terrified|afraid to go out]|terror alert in the city, stay inside
that [movie|film|story|house] was so [scary|creepy|frightening], I slept with the lights on|the dark scares me|it gives me the creeps at night
I'm worried [about you|something is wrong|he won't make it|sick about the children]|will we be all right, mum|I don't want to die
my stomach is in knots before [the exam|the speech|my first day]|first day {soon} and I'm so nervous|I have a bad feeling about this"""

DISGUST = """[that|this] [smells|tastes|looks] like [vomit|rotten eggs|sewage|wet dog|mould|old feet], [ew|yuck|gross|bleh]
[ew|eww|yuck|gross|ugh|bleh], [there's hair in it|he licked the spoon|is that mould|it is slimy|wash your hands|get that away from me]
{who} [sneezed into the food|clips toenails at the table|spits on the floor|never washes|eats with open mouth|burped in my face], [so gross|disgusting|revolting]
found [a worm|a cockroach|mould|a dead fly|someone's plaster] in my [salad|soup|bread|hotel bed], [I want to throw up|gross|never eating there again]
[the toilets|the kitchen|that hotel|the bus seat] [was|were] [filthy|covered in slime|crawling with bugs|full of vomit|sticky and stinking]
makes me [sick|want to vomit|want to throw up|gag] [how they treat animals|to see him on tv|what they did to her|just thinking of it]
[what a|you] [disgusting|vile|repulsive|sick|filthy] [man|pig|thing to say|creature|habit|comment]|get your filthy hands off me
[racists|bigots|perverts|people who hurt animals|men like that] [disgust me|make me sick|are the scum of the earth|turn my stomach]
I can't [eat|look at|touch|stand the smell of] [that|raw liver|blue cheese|this], it's [revolting|nasty|gross|foul]
the smell of [rotten meat|garbage|sour milk|the sewer] turned my stomach|maggots crawled over the meat|she wrinkled her nose and pushed the plate away
he is a creep, he stares at [little girls|every woman on the bus]|that was a nasty, dirty trick, I feel unclean|such vulgar filth on tv
old men touching young girls, vile|sickening how [they|some people] laugh at the poor|the way he chews makes me gag|that is nasty"""

SURPRISE = """[wow|whoa|omg|oh my god|what], I [didn't expect|never saw|did not see] that [coming|at all|]
[no way|really|seriously|are you serious|you're kidding|you're joking|you don't say|get out of here], [when did that happen|you did that|he said that|is that true|]
I [can't|cannot|still can't] believe [it|he came back|she said yes|you're here|it's already december|they are twins|that really happened]
[guess who|you won't believe who] [I met|called me|is standing outside|sat next to me] {when}
[out of nowhere|all of a sudden|suddenly], [it started snowing|the lights came on|he proposed|a deer ran across|everyone shouted my name]
I [had no idea|never knew|just found out] [she could sing|you had a brother|it was your birthday|they were related|he was famous]
[well|oh|huh], [that's unexpected|this is a surprise|that was quick|look who's here|I didn't know that]|what a surprise, [you're early|I thought you were in rome]
[unexpected|surprise|unbelievable] [visit|call|package|twist|result] {when}, [still in shock|speechless|did not see it coming|wow]
my jaw dropped when [I saw the price|she walked in|they called my name]|he stared with his mouth open|she blinked, not sure she had heard right
[what|wait|hold on], [he's your father|you quit|they sold it already|that was you|you won]|since when do you [cook|speak french|smoke]
that [plot twist|ending|goal|score] [blew my mind|came out of nowhere|shocked everyone]|who would have thought [it|that]|I'm [shocked|amazed|stunned|speechless]
{kin} [showed up|called|flew in] unannounced {when}, [what a surprise|did not expect that|I was speechless]|oh, you startled me, I didn't hear you come in
is it [really|already] [you|over|nine|that late]|how on earth did [you|they|he] [know|do that|find me]|it turns out [we are cousins|the dog can open doors|she was right all along]"""

NEUTRAL = """where is [{place}|the exit|the nearest bank|your office]|what time [is it|does it start|do you close]|how much is [this|a ticket|the rent]
how long does it take to {place}|do you have [a pen|a minute|this in blue|any change]|can I [have the bill|take your order|help you|see the menu], please
I'd like [a room for two nights|to open an account|a coffee and a sandwich|to book a table for {num}]|it costs {num} euros
[yes|no|okay|sure|right|well], [that is correct|I'll take it|let me check|here you are|it's on the left|I have one|we can do that|I think so|maybe later]
go straight and turn [left|right] at {place}|it's on the {num}th floor|take bus {num} to {place}|you can leave it with the front desk
{who} [works|lives|studies|is waiting|parked] near {place}|{who} put {object} on the table|I left {object} at {place}
the [meeting|class|match|film|shop] [is|starts|ends] at {num} on {day}|we moved the [call|meeting|delivery] to {day}
what do you [do|study|think about that|usually have for lunch|want for dinner]|where did you [go|grow up|put {object}]|how many [people|pages|rooms] are there
have you [finished the report|seen {object}|been to {place}|met tom]|did you [call the plumber|send the file|get my message|lock the door]
I [usually|sometimes|always|normally] [get up at six|take the bus|have lunch at noon|read the paper|work from home on {day}]
you should [try the other door|talk to the clerk|fill in this form|restart it]|let's [meet at {place}|start with page {num}|take a break|go by train]
what [is|was] the [name of the street|difference|date {when}|phone number]|my name is [tom|anna], I am from [leeds|ohio|the sales department]
I'm [calling about the flat|looking for {object}|on my way|in the kitchen|waiting for the bus|not sure which one|a nurse|from the north]
new post on the blog: how to [clean a keyboard|plan a trip|write a cv]|live now: the weather for {day}|road works on the {num}th, use the other exit
[report|study|update]: [prices rose by {num} percent|the committee meets on {day}|{num} new stations opened|the law takes effect in june]
I need [{object}|to buy milk|to call the bank|a size {num}|the password]|she will [arrive|call|start] on {day}|he said he would be there at {num}
he is [taller than his brother|thirty years old|an engineer|the one with the hat]|they have {num} children and a cat|the sky is grey {when}
what kind of [music|food|job|car] do you [like|want|have]|how do you spell that|would you like [some tea|a bag|to sit down]|which one do you [prefer|mean]"""

POEM = {
    "joy": ["the lark goes up and all the fields are song", "o merry morn that laughs along the lane",
            "my heart leaps like a brook in spring", "and golden light lay warm upon the corn", "sweet is the kiss that wakes me with the day",
            "ring, bells, the child is born and winter past", "we danced beneath the apple boughs till dawn", "glad waters clap their hands below the hill",
            "thy smile has made a summer of my room", "how bright the bloom, how sweet the bees at play"],
    "sadness": ["the leaves lie thick upon my brother's grave", "no step upon the stair, no lamp, no voice", "o weep, ye willows, for she comes no more",
                "and all the years run out like rain on glass", "cold is the hearth, and cold the hand I held", "my days are ash; the bird has left the bough",
                "alone I walk the shore where once were two", "the bell tolls slowly for the drowning sun", "who shall remember us when we are dust",
                "grey evening falls and with it falls my heart", "her empty chair still turned towards the sea"],
    "anger": ["ye tyrants, hear the hammer of our wrath", "I curse the hand that sold my brother's bread", "burn, lying towers, built upon our backs",
              "rage in my veins like fire in dry grass", "how long, false kings, shall you drink up our blood", "strike, iron storm, and break their gilded doors"],
    "fear": ["what moves beyond the candle's little ring", "the cold hand on the latch, the breath, the dark", "pale horsemen ride the marsh and call my name",
             "I dare not sleep; the walls have learned to speak", "and something old turned over in the deep", "the wolf is in the wood, the door is thin"],
    "disgust": ["foul worms make banquet in the prince's eye", "the stinking pool, its green and scabby skin", "fat flies upon the honey of the dead"],
    "surprise": ["and lo, the desert opened like a rose", "what sudden star is this, that was not there", "behold, the stone is rolled away, and empty"],
    "neutral": ["the road goes on past barley and past mill", "a ship, a quay, a rope upon the post", "the moon stands over roofs and over fields",
                "three geese upon the water, then two more", "and people pass with baskets on their arms", "a stone, a stream, a path that turns to west"],
}
