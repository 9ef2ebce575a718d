"""What people write in places that the data sets show little of, all our own: headlines, complaints to a company, reviews,
chats about one's state of mind, threats and insults, politics, sport, work, school, letters, stories. Most sentences name no
feeling. One basic emotion each; `{slot}` is filled from situations.SLOTS, `[a|b|]` picks one, lines and `|` separate patterns."""

JOY = """[rescue dog|lost cat|missing hiker|stolen violin] found [alive and well|safe] after {num} days, family overjoyed
[village|school|town] celebrates as [the last patient goes home|the bridge reopens|its {num}th baby of the year arrives]
ticket solved in {num} minutes, [you people are stars|best support I have ever had|thank you anna, you saved my day]
[replaced it free of charge|they sent a new one overnight|refund came the same day], [can't fault them|really impressed with the service|thank you]
[ten|five] out of five, would [stay|order|go] again in a heartbeat|the staff went out of their way for us, wonderful [place|people]
{num} months [sober|clean|without a panic attack] and [I like who I see in the mirror|proud of myself|it keeps getting easier]
therapy is [working|helping], I [slept through the night|laughed today|got out of bed and made breakfast] for the first time in ages
for once the voice in my head is quiet and I can enjoy [the garden|a walk|a film] again|I finally told someone and they hugged me
what a save, what a team, [come on you beauties|I'm hoarse from singing|we are going up]|hat trick on his debut, [the boy can play|get in]
a [huge|big] step for equality, [love wins|so happy for everyone who fought for this]|record turnout, [the people have spoken|democracy works, what a night]
so [moved|inspired] by the [kids|students|nurses|volunteers] out there, [keep going|you give me hope|heroes every one]
firefighters saved [the tower|the cats|every single one of them], [bless them|what heroes|thank you]
the boss said [my talk was the best of the day|I can have friday off|yes to the transfer], [drinks on me|doing a little dance at my desk]
got an A in [maths|physics|history], [mum put it on the fridge|all those nights paid off|never thought I would love this subject]
he held my hand the whole walk home and [I am still floating|I can't stop grinning|we talked until three]|she wrote back, she wrote back
first [steps|word|tooth|swim] today, [what a clever girl|we filmed all of it|grandma cheered on the phone]
our plane landed, the sea is [turquoise|warm|ten steps away] and [nobody can reach me|I have a book|the kids are already in it]
dearest, your letter [made my week|lit up the whole house|is under my pillow]|thank you for {num} wonderful years, here's to many more
she opened the envelope, screamed, and [hugged the postman|jumped on the bed|called her mother]|the old sailor whistled all the way to the harbour
he counted the coins twice, then grinned and bought the whole street ice cream|when the curtain fell they stood and clapped for ten minutes
never been so glad to [see a green field|hear a dial tone|be wrong]|life is short, eat the cake|you had me at [pizza|hello|day off]
you're a genius, it works|that's exactly what I wanted|you came, oh come here, give me a hug|count me in, it'll be a blast|cheers to us"""

SADNESS = """[{num}|dozens] of [families|children|workers] without a home after [the fire|the flood|the landslide]|beloved [baker|teacher|singer] dies at 91
the last [bookshop|cinema|ferry|pub] in town closes its doors on {day}|search called off, no hope for the missing [crew|climbers|boy]
the parcel was my late [father|mother]'s watch and it is gone|I saved all year for this trip and now it won't happen
it was meant for her birthday and she never got to open it|I really wanted to love this place, it was our favourite and it's just not the same
the ending left me empty, I had to put the book down and sit for a while|a quiet, bleak film about people nobody waits for
I don't see the point of [getting up|eating|trying] anymore|some days I just stare at the wall until it gets dark
I used to paint, now I don't [do anything|care about anything|even open the curtains]|everyone would be better off without me
I keep [his number in my phone|her coat in the hall|two cups on the table], I can't bring myself to [delete it|move it|put one away]
I can't talk to anyone about this, they all have their own lives|I'm a burden to them, they just won't say it
relegated on the last day, [grown men in tears|thirty years of going and it ends like this]|one kick away from the final and he hit the post
we fought so hard for this and it was voted down, [so many people let down|I had such hopes]|another young life lost for nothing
heartbreaking to watch [the cathedral|the forest|eight hundred years of history] burn|thoughts with everyone in the city today, candles in every window
cleared my desk {when}, {num} years in one cardboard box|my replacement is already in my chair|they didn't renew my contract
everyone has a group except me|I studied for weeks and still got a D|I sat with the teacher at lunch again|no one picked me
he said he needs space, I know what that means|it's been {num} months and I still look for her car|seen at nine, no reply
the vet said there was nothing more they could do|her collar is still on the hook by the door|the nursery is painted but we won't need it
dear tom, by the time you read this I will be on the train and I am sorry|yours was the last letter, and then only silence
the boy folded the jersey, put it in the drawer and never played again|she set the table for two out of habit
they took the photographs down one by one, leaving pale squares on the wall|at the end of the pier an old man fed nobody's gulls
I should have been there|that was the last time I saw him|if only I had picked up the phone|it hurts too much to talk about
things between us will never be what they were|I gave it everything and it still wasn't enough|you could have told me you were leaving
I guess this is goodbye|oh honey, come here, let it out|don't cry, it wasn't your fault|we did all we could, I'm so sorry"""

ANGER = """[minister|mayor|boss] pockets [relief money|the pension fund] while [nurses|cleaners] go unpaid|outrage as [company|council] cuts down {num} old trees at dawn
{num}th email and still no answer, [is anybody working there|this is a disgrace|I will take this to court]
you charged me for [a room I cancelled|a plan I never ordered|someone else's call] and now you [play dumb|hide behind a robot|want proof]
I asked for a human being, not the same [stupid|useless] form letter for the {num}th time|transferred {num} times and then cut off, what do I pay you for
[zero|one] star, the [owner|waiter|nurse] was rude to [my wife|an old lady|everyone] and [laughed when we complained|told us to get lost]
do not buy this, it broke after {num} days and they [refuse to pay|blame me|don't reply], crooks
everyone tells me to be patient and I want to throw the chair through the window|she treats me like dirt and then acts the victim
I keep it all in at work and then shout at the kids, I hate that I let him get to me|don't you dare diagnose me
[one more word|say that again|touch her again] and [you'll regret it|I'll knock your teeth out|I swear I'll finish you]
you [stupid|pathetic|worthless] [clown|loser|moron], nobody asked for your opinion|delete your account, you lying piece of trash
go back to where you came from|keep your nose out of my business|people like you ruin everything|who the hell invited this idiot
ref needs glasses, that was {num} metres offside, robbed again|overpaid lazy cowards, not one of them ran|sack the lot of them
they vote themselves a raise and tell us to tighten our belts|another broken promise, shame on {they}|how many more must die before {they} act
no, I will not calm down, they are selling our water|lock him up and throw away the key|taxation for us, loopholes for them
he presented my slides as his own and the boss applauded|I have covered {num} of her shifts and she can't do one of mine
meeting at six on a friday, who does he think we are|stop cc'ing my manager on everything, say it to my face
the teacher punished all of us for what two boys did|he broke my glasses and they told me to ignore him|they changed the exam the night before
you read my diary|you told her what I said in secret|you promised, you looked me in the eye and promised|so you've been seeing her all along
he parks across my drive every single day|the dog next door barks from five and they just shrug|someone keyed my car and left no note
sir, your conduct is beneath contempt and you shall hear from my lawyers|I demand an apology, in writing, by {day}
she tore the contract in half and told him where to put it|the king struck the table so hard that the cups fell|he kicked the gate, cursed and kicked it again
get your hands off me|move, you're in the way|did I say you could sit here|that's it, I'm done being nice|who ate my sandwich, own up
oh so now it's my fault|don't roll your eyes at me|I said no, which part didn't you understand|you had one job"""

FEAR = """[gunman|bear|prisoner] still at large, [residents told to lock their doors|schools closed]|doctors warn of [a new strain|a winter without beds]
[cracks found|water rising] at the dam above {num} villages, [evacuation begins|people told to leave at once]
my card was used in a country I've never been to and I can't reach you, please block it|is my data safe, I clicked the link before I read it
the charger sparked and the [wall|carpet] went black, is it going to burn my house down|please answer, the gas smell is getting stronger
never staying there again, [the door didn't lock|a man tried our handle at night], we pushed the wardrobe in front of it
couldn't finish the book, I kept checking under the bed|the cellar scene had me behind the sofa
my chest is tight and I'm sure I'm dying, every night it's the same|I check the stove ten times and still can't leave the house
I can't go into the shop, everyone looks at me|what if the medicine stops working|I'm shaking and I don't know why
he said if I leave he will find me|I sleep with the phone in my hand in case he comes|I flinch whenever a door slams
I know where you live read the note|she won't let us out, please send someone|he's coming up the stairs, what do I do
last minute, one goal up and I can't look|please let that be a cramp and not his knee|penalties again, my nerves can't take it
what kind of world are we leaving our children if [the ice goes|the bees die|this goes on]|they are one button away from the end of us all
if they win, people like me won't be safe here|I don't dare to wear my scarf on the train anymore
the new owner called everyone in for {day}, one by one|three of us are going, they just haven't said who
I have to present first, my mind is blank and my mouth is dry|if I fail this one they'll send me home|my legs won't carry me onto that stage
he hasn't come online for two days, that isn't like him|she went to get milk three hours ago|the school just rang and I missed it
there's a lump and it wasn't there last month|his fever won't go down and the ward is full|they want to do more tests
the cabin filled with smoke and the masks dropped|the ferry is listing and nobody tells us anything|we took the wrong turn and the fuel is low
mother, they say the front has moved and we hear the guns at night|pray for us, the sickness has reached the next street
the candle went out, though there was no wind|something scratched inside the wall, slowly, once for every breath she took
he ran until the lantern was a dot and did not dare turn round|the child pulled the blanket over her head and counted
don't go in there|did you lock the door|hold my hand and don't look down|whatever you do, don't make a sound|call the police, quick
we shouldn't be here|something's not right|please tell me you're joking, the brakes|I can't swim|it moved, I swear it moved"""

DISGUST = """[restaurant|butcher] shut after [rats|maggots] found in the kitchen|town beach closed, sewage washes ashore
there was [mould|a toenail|a used plaster|a slug] in the [bag|tin|salad I ordered], I have photos and I feel sick
the jumper arrived [stained|reeking of sweat|with someone's tissues in the pocket], I won't touch it again
[stains on the sheets|hair in the sink|bugs in the mattress|sticky remote], we left after {num} minutes and scrubbed ourselves at home
the sauce had a skin on it and smelled of wet dog, one bite and I spat it out|the fish was grey and slimy, I nearly brought it up at the table
gore for the sake of gore, I felt dirty watching it|a nasty, leering film, I wanted to wash my eyes
I can't stand my own skin, it makes me want to scrub until it bleeds|I scrub and scrub and still feel his hands on me, filthy
the thought of food makes me gag|I look at what I did and I want to throw up
keep your [slimy|greasy] paws to yourself, you creep|sending that to a child, you sick, sick man
posting pictures of dead animals for fun is vile|what a revolting thing to say about someone's mother|you absolute pig
they spat at the fans behind the goal, vile|he bit another player, who does that, revolting
a rotten, grubby deal that stinks from top to bottom|the way he talks about [women|the disabled|refugees] turns my stomach
watching them grovel to that thug made me want to retch|nothing lower than making money off dying people
someone microwaved fish again and the whole floor reeks|he clips his nails in meetings, I have to leave the room|the office fridge has its own fur now
gum under every desk and something wet in my locker|he wiped it on my sleeve, ewww|the changing room smells like feet and old soup
he came to the date unwashed and licked the plate|he kisses like a dog, drool everywhere|found his old bandages in my bed
the nappy leaked all over the car seat and me|the cat coughed something up on my pillow and it's still warm
a bucket behind the stove, and in it, something grey that had once been meat|flies rose from the wound like a curtain
the prince kissed the hag's cheek and tasted mushrooms and rot|grease ran down his chins into the lace
don't put that in your mouth|is that blood on the fork|I'm never eating again|get it off me, get it off, it's slimy
that's the grossest thing I've ever seen|smell this, no wait, don't|what died in here|I touched it with my bare hand, blech"""

SURPRISE = """[farmer|boy|plumber] finds [roman gold|a lost painting|a live shark] in [a field|the attic|a flooded cellar]|scientists stunned as {num} million year old fish turns up alive
nobody saw it coming: [tiny village side|a retired baker] beats the champions|against every poll, the outsider takes it
I only asked about my bill and you cancelled the whole debt, is this real|the parcel came before I had even paid, how
I ordered one and got {num}, is that a mistake|turns out the room we booked by chance had a piano in it
the twist on the last page, I read it {num} times to be sure|thirty minutes in it becomes a musical, and nobody warned me
I said hello to a stranger today, me, I still don't know where that came from|my therapist cried, I didn't know they did that
wait, this pain has a name|I looked down and realised I'd been humming
from three down to four three in stoppage time, how, just how|the keeper scored, the keeper
so the minister resigns in the middle of his own speech, well then|they agreed, they actually agreed on something
never thought I would see that wall come down in my lifetime|hang on, since when do they care about farmers
the intern owns the company|our grumpy porter wrote that song, the one on the radio|she quit, got rehired and promoted before lunch
I got a letter from a school I never applied to|the quiet one in the back row speaks eleven languages, apparently
we matched and it's my cousin|she said yes before I had even asked|he turned up at the door with my lost suitcase from ninety-four
twins, they said, after seven months of one heartbeat|the test says I am one third finnish|the lump was a coin I swallowed as a kid
we opened the curtains and there was a whole mountain there|we got upgraded, to the cockpit jump seat no less
to my great astonishment your brother called on us, whom we believed at sea|imagine my face when the heir turned out to be the gardener
the stone spoke, and the wizard dropped his cup|he pulled the loose brick and the whole wall swung open
and there, between the flour sacks, sat an elephant|she looked up from her knitting and saw the dead captain walk in
you what|say that again, slowly|wait, you two know each other|hold on, that's today|who taught you that|is that thing alive
you're telling me it was under the sofa this whole time|oh, you cut your hair|I beg your pardon, how many|he did it blindfolded, I'm not kidding
well I'll be damned|good heavens, is that the time|huh, it fits|I blinked and it was gone, like magic"""

NEUTRAL = """[council|board|committee] to vote on the budget on {day}|[bus|train] timetable changes from {day}|rates unchanged at {num} percent
museum opens {num}th wing|the report covers the years up to 2019|road to {place} closed for works until {day}
my order number is {num}{num}, I'd like to change the delivery address|how do I reset the password|which plan includes roaming
hello, you are talking to anna, may I have your postcode|we have received your request and will reply within {num} working days
your appointment is on {day} at {num}|please restart the router and wait for the green light|the form is attached
the room has two beds and a desk, breakfast is from seven to ten|the book has {num} chapters and an index|runs on two batteries, manual in four languages
I take the tablets at eight and at six|my next session is on {day}|we talked about sleep and wrote a plan|I filled in the diary as you asked
I live alone, work part time and see my sister on sundays|it happens about {num} times a week, mostly in the evening
this comment was moved to another thread|please use the search before you post|edited for spelling|see the pinned post for the rules
line-ups are out, kick-off at {num}|substitution on the left, {num} minutes to play|the second leg is on {day}
the bill goes to the upper house next week|polls are open from seven to ten|both candidates speak at {place} on {day}
she is a member of the party since 2004|the draft has {num} articles|according to the minutes, the item was postponed
please send me the figures by {day}|I've updated the sheet, tab three|the printer on the second floor is out of toner|I'll be in at ten
homework is page forty, numbers one to six|bring a ruler and a calculator on {day}|the lecture is in the north building
I'll pick up the kids, you get the bread|what size does he wear|grandma lands at six|the plumber comes between ten and noon
take two of these after meals|the clinic moved to the other side of the road|your blood type is on the card
we changed trains at the border and arrived at noon|the flight takes three hours, the bus another two|the hostel has lockers
I enclose the receipt and remain yours faithfully|as agreed, the goods leave the port on {day}|with reference to your letter of the third
he hung his coat on the nail and put the kettle on|the road followed the river to the mill|she counted the sheets and wrote the number down
at the corner stood a shop that sold rope, nails and lamp oil|the clerk stamped the paper and handed it back
it's in the drawer, left side|no, the other one|I think it's pronounced with a k|we could do thursday instead|same as last time, please
do you take milk|he's on the phone right now|that depends on the size|I had the soup|you need two screws for that|maybe, let me ask"""
