"""What trips readers of single words, as patterns of our own: negation and its scope, turns, irony, questions, emotion
words that name no feeling, emoticons. {pos} {neg} {anger} {fear} {sad} are filled with adjectives, see make_feeling_phrases."""

# (pattern, accepted classes)
NEGATION = [
    ("I couldn't be [happier|more pleased|more grateful|prouder]", ["joy"]), ("I can't complain[, life is good|]", ["joy"]),
    ("never [been|felt] [so|this] [happy|alive|free|loved]", ["joy"]), ("not bad at all[, I like it|]", ["joy"]),
    ("I have never [laughed so hard|had so much fun|eaten better]", ["joy"]), ("nothing could [spoil|ruin] this day", ["joy"]),
    ("there's nothing I [love|like] more than this", ["joy"]), ("no longer {fear}[, and it feels great|, I am free|]", ["joy"]),
    ("I'm not {fear} [anymore|any more], [I'm ready|bring it on|I can do this]", ["joy"]), ("you never disappoint me", ["joy"]),
    ("I'm not [just|only] {pos}, I'm [over the moon|in heaven]", ["joy"]), ("I don't [regret|mind] it [one bit|at all], it was [great|wonderful]", ["joy"]),
    ("nothing makes me {pos} anymore", ["sadness"]), ("I [can't|cannot] [enjoy|smile|laugh] anymore", ["sadness"]),
    ("I haven't been {pos} [since|in years|for a long time]", ["sadness"]), ("there is no [joy|hope|light] left [in me|in this house|]", ["sadness"]),
    ("I'm [not|never] {pos} [these days|without you|since she left]", ["sadness"]), ("I don't feel {pos} [anymore|at all|today]", ["sadness"]),
    ("it [didn't|did not] make me {pos}", ["sadness"]), ("I [didn't|did not] [enjoy|like] [it|the trip|a single minute]", ["sadness", "disgust"]),
    ("I wasn't {pos} [with|about] the [result|outcome|news]", ["sadness"]), ("she isn't {pos} [here|with him|at school]", ["sadness"]),
    ("we are not {pos} [with|about] [this|your service|how you handled it]", ["anger"]), ("I am not [amused|impressed|having it|okay with this]", ["anger"]),
    ("that's not [funny|fair|okay|acceptable|how you treat people]", ["anger"]), ("this isn't [funny|right|fair], [stop it|I'm serious|enough]", ["anger"]),
    ("I don't [like|appreciate|want] [your tone|being lied to|your excuses]", ["anger"]), ("nobody [asked you|gave you the right]", ["anger"]),
    ("don't tell me [to calm down|what to do|to smile]", ["anger"]), ("I won't [forgive|forget] [this|what you did|you]", ["anger"]),
    ("I don't feel safe [here|anymore|at night]", ["fear"]), ("we're not [safe|alone|going to make it]", ["fear"]),
    ("I [can't|cannot] [breathe|look|go in there|calm down], I'm [shaking|so scared]", ["fear"]), ("there's no way out of here", ["fear"]),
    ("I'm not {anger}[, just asking| at you| about it|, really]", ["neutral"]), ("I'm not {sad}[, just quiet|, it's fine|, only busy]", ["neutral"]),
    ("I am not [{fear}|{anger}|{sad}]", ["neutral"]), ("nobody is {anger} [here|with you|about it]", ["neutral"]),
    ("no need to [be|get] {anger}", ["neutral"]), ("don't be {fear}", ["neutral"]), ("there is nothing to be {fear} of", ["neutral", "joy"]),
    ("no [worries|problem|hard feelings], [it's fine|take your time|I'll do it later]", ["neutral"]), ("it was[n't| not] [scary|sad|gross] at all", ["neutral"]),
    ("I [don't|do not] hate [it|him|you]", ["neutral"]), ("it's [neither good nor bad|not great, not terrible|nothing special]", ["neutral"]),
    ("I'm not {pos} and not {sad}, [just here|just okay]", ["neutral"]), ("I'm not disgusted, [I've seen it before|it's just mud]", ["neutral"]),
    ("it didn't [surprise|shock|scare|bother] me", ["neutral"]), ("no surprise there", ["neutral"]), ("I don't mind", ["neutral"]),
]
QUESTIONS = [
    ("are you [{anger}|{sad}|{fear}|{pos}|okay]", ["neutral"]), ("[why|when] is [he|she] {anger}", ["neutral"]), ("what makes you {pos}", ["neutral"]),
    ("is [she|he] still {anger} [with|at] [you|tom]", ["neutral"]), ("do you [feel|get] {fear} [on planes|there|at night]", ["neutral"]),
    ("how could you [do this to me|lie to me|be so selfish|say that]", ["anger"]), ("what is wrong with you", ["anger"]),
    ("why do [you|they|people] always [lie|ruin everything|have to be so rude|take the last one]", ["anger"]),
    ("who gave you the right to [read my mail|judge me|touch that]", ["anger"]), ("why can't [you|they] just [leave me alone|do their job|listen]", ["anger"]),
    ("why did [he|she|you] have to [die|go|leave me]", ["sadness"]), ("why does nobody [love|want|call] me", ["sadness"]),
    ("will I ever [be happy again|stop missing her|see you again]", ["sadness"]), ("why am I never [enough|chosen]", ["sadness"]),
    ("what was that [noise|shadow|scream]", ["fear"]), ("what if [he comes back|it's cancer|we don't make it|they find us]", ["fear"]),
    ("is somebody [there|in the house|following us]", ["fear"]), ("isn't it [wonderful|beautiful|lovely|great]", ["joy"]),
    ("how [lucky|blessed] [am I|are we]", ["joy"]), ("aren't they [adorable|the sweetest|lovely]", ["joy"]), ("who's ready for [the party|summer|some fun]", ["joy"]),
    ("[really|seriously|what|wait], [you|he|she|they] [won|did that|quit|married him|came back|know her]", ["surprise"]),
    ("how is that even possible", ["surprise"]), ("what are you doing here, I thought you were [abroad|in paris|asleep]", ["surprise"]),
    ("who [eats|does|smells like] that, [yuck|ew|gross]", ["disgust"]), ("[ew|yuck], what is that [smell|slime|thing in the sink]", ["disgust"]),
]
# An emotion word that says nothing about the writer's feeling: names, titles, topics, definitions, labels.
LOOK_ALIKE = """the [book|novel|film|song|album|play|podcast] is called '{Noun}'|'{Noun}' is the [third|last|first] [chapter|track|episode]
the [course|lecture|paper|workshop|article] is about {noun} [in children|at work|and the brain|management]
{Noun} [Street|Lane|Road|Bridge|Park] is [closed on {day}|two blocks away|behind the station]
[Joy|Grace|Hope|Felicity] [works in accounting|is my cousin's name|has room twelve|lives on the second floor]
the word '{noun}' has {num} letters|define {noun}|how do you spell '{noun}'|'{noun}' is a noun|the scale measures {noun} from one to ten
the survey asks about [{noun}|{noun} and {noun}]|researchers studied {noun} in {num} schools|the happy hour is from five to seven
the {adj} [emoji|face|mask|clown] is the {num}th in the row|the [sad|angry|happy] face icon means the file is [missing|locked|ready]
tick the box marked '{adj}'|the actor plays an angry [farmer|customer] in the second act|the blue team wears the smiling logo
the shop sells [happy birthday|sympathy|love] cards|the love seat is on sale|the fear factor in the formula is set to {num}
the department of mourning statistics closed in 1950|in the game, rage adds {num} points|the anger meter goes up to ten"""
NOUNS = ["anger", "joy", "fear", "sadness", "disgust", "surprise", "love", "rage", "happiness", "grief", "terror", "hate",
         "anxiety", "delight", "shock", "misery", "fury", "panic"]
TURNS = [
    ("the [food|film|hotel|start] was [great|nice|lovely], but [the waiter insulted us|they overcharged us and refused to fix it|he shouted at us the whole time]", ["anger"]),
    ("it was [raining|expensive|a long way|hard work|cold], but [we had the best time|I loved every minute|it was so worth it|I'm so glad we went]", ["joy"]),
    ("I was {fear} [at first|all week], but [it went great|everything turned out fine|now I can't stop smiling]", ["joy"]),
    ("[everyone is laughing|it's my birthday|the party is loud|the sun is shining], but [I miss him so much|I feel so alone|I just want to cry]", ["sadness"]),
    ("I [smile|laugh] all day but [inside I am broken|cry at night|it's all fake]", ["sadness"]),
    ("the house [is pretty|looks nice], but [I heard steps upstairs|something is wrong in there and I'm scared to go in]", ["fear"]),
    ("the cake looked [great|lovely], but [it was mouldy inside|it tasted like soap, yuck|there was a hair in it, gross]", ["disgust"]),
    ("[lost the match|failed the first test|missed the train], but [I'm still smiling|met the nicest people|got it the second time, so happy]", ["joy"]),
    ("I expected [nothing|the worst], and then [they called my name|it was him at the door], [wow|what]", ["surprise"]),
    ("I [love|loved] [him|her|them], but [what he did makes me furious|I can't forgive the lies]", ["anger"]),
]
PRAISE = ["great", "oh great", "wonderful", "just perfect", "how lovely", "yay", "fantastic", "thanks a lot", "awesome", "brilliant", "nice one",
          "well done", "wow, amazing", "oh joy", "what a treat", "lucky me", "so glad", "love that for me", "bravo", "slow clap for", "best service ever"]
MARKS = ["", "", "", " /s", " #sarcasm", " #not", " 🙄", " 👏👏", " 😒", " ...not", ", thanks for nothing", ", exactly what I needed", ", living the dream", " yeah right"]
COMPLAINTS = """the [train|bus|flight] is late again|{thing} died in the middle of my exam|my boss wants the report by midnight|they charged me twice
another [meeting|form|update|delay|fee] nobody needs|the neighbours are drilling at six|it's monday and the coffee machine is broken|stuck in traffic for two hours
my flatmate ate my dinner again|they put me on hold for an hour|the one day I have off and they call me in|a parking ticket on my birthday
they cancelled the concert an hour before|the app deleted all my photos|he was late for the third time|customer support closed my ticket without reading it"""
EMOTICONS = {"joy": [":)", ":-)", ":D", "=)", "xD", "<3", ";)", ":-D", "^_^", ":P", "(:", "\\o/"],
             "sadness": [":(", ":-(", ":'(", "=(", "</3", "T_T", ";_;", ":-/"],
             "anger": [">:(", ">:-(", "-_-", "D:<"], "fear": ["D:", "D-:"], "surprise": [":O", ":-O", "o_O", "O_o", "=O"]}
HASHTAGS = {"joy": "happy love blessed goodvibes excited yay bestdayever lovemylife grateful smile fun win".split(),
            "sadness": "sad missyou heartbroken lonely rip sadness depressed crying goodbye disappointed".split(),
            "anger": "angry fedup furious annoyed rage badservice fail pissedoff enough".split(),
            "fear": "scared nervous anxiety worried afraid creepy nightmare helpme".split(),
            "disgust": "gross yuck disgusting eww sick nasty".split(), "surprise": "shocked omg wow surprise whoa unexpected mindblown".split()}
