#!/usr/bin/env python3
"""Writes first-person feeling statements and small events with their basic emotion, from word lists and sentence frames
of our own, so that the bundled text model also learns how people speak about themselves. Nothing here comes from a data
set. The same seed gives the same files.

    tools/make_feeling_phrases.py --out recipes/own --seed 1 --rows 9000

Rows: {"text", "labels": [basic emotions]}; several labels share the target evenly.
"""
import argparse
import json
import pathlib
import random

ADJECTIVES = {
    "joy": """happy glad joyful excited delighted grateful content proud hopeful cheerful thrilled relaxed peaceful blessed
        loved confident energetic amused satisfied optimistic inspired calm safe lucky relieved ecstatic wonderful
        fantastic good great amazing better productive creative strong brave determined successful smart popular
        gorgeous beautiful comfortable welcome accepted valued appreciated respected supported playful festive carefree
        fearless mellow pleased refreshed alive vibrant accomplished useful important honoured thankful passionate
        affectionate tender caring loving romantic compassionate fond adored cherished warm generous gentle sweet
        nostalgic supportive loyal devoted faithful overjoyed elated jolly merry giddy radiant serene eager keen
        enthusiastic triumphant at ease at peace over the moon on top of the world invigorated charmed tranquil assured
        delightful superb brilliant splendid rested free worthwhile flattered hyper pumped stoked smitten""",
    "sadness": """sad lonely hopeless depressed miserable heartbroken gloomy disappointed hurt ashamed guilty embarrassed
        humiliated worthless empty rejected unloved abandoned ignored exhausted drained numb homesick broken defeated
        useless stupid lost isolated unhappy discouraged devastated regretful sorry ugly inadequate burdened dull
        listless lethargic melancholy unwelcome unimportant pathetic foolish troubled disheartened crushed tearful weary
        needy lousy rotten awful terrible jaded disturbed deprived beaten punished doomed messy blamed dejected forlorn
        wretched blue downcast bereft sorrowful despairing disillusioned let down left out run down burned out hollow
        invisible unwanted forgotten damaged dumb groggy bored low weepy mournful remorseful disadvantaged shitty""",
    "anger": """angry annoyed irritated furious resentful bitter mad frustrated agitated outraged offended insulted jealous
        hateful hostile grumpy cranky fed up impatient rude greedy spiteful vengeful petty dissatisfied enraged livid
        infuriated aggravated cross irate exasperated provoked wronged cheated violent vicious grouchy envious rebellious
        selfish stubborn cold distracted bothered pissed off ticked off seething indignant incensed hot-headed moody
        disrespected used cynical mean heartless tortured rushed irritable snappy obnoxious""",
    "fear": """afraid scared anxious nervous terrified worried uneasy apprehensive insecure vulnerable threatened panicky
        frightened tense timid shy hesitant uncertain unsure paranoid intimidated overwhelmed restless shaky suspicious
        distressed petrified alarmed jittery uncomfortable reluctant doubtful pressured fearful horrified helpless
        on edge freaked out spooked rattled unprotected wary agitated and afraid unsafe exposed weak distraught
        terrorized confused and scared bashful skeptical pressured strange and unsafe shaken fidgety neurotic""",
    "disgust": """disgusted revolted grossed out nauseated repulsed appalled icky queasy sickened repelled filthy put off
        creeped out sick to my stomach contaminated""",
    "surprise": """surprised amazed astonished shocked stunned startled speechless dumbfounded curious impressed taken aback
        bewildered strange weird dazed caught off guard flabbergasted blown away baffled incredulous puzzled perplexed
        awestruck astounded thunderstruck funny overwhelmed with surprise""",
}
MULTI = ["at ease", "at peace", "over the moon", "on top of the world", "let down", "left out", "run down", "burned out",
         "fed up", "pissed off", "ticked off", "on edge", "freaked out", "agitated and afraid", "confused and scared",
         "strange and unsafe", "grossed out", "put off", "creeped out", "sick to my stomach", "taken aback",
         "caught off guard", "blown away", "overwhelmed with surprise"]

EVENTS = {
    "joy": ["we won the final in the last minute", "my sister just had her first baby", "I got the job I applied for",
            "the sun is finally out and I have the day off", "my best friend is coming to visit", "I passed every exam",
            "he said he loves me", "our dog learned to high five", "the doctor says everything is fine",
            "grandma danced at the wedding", "I finished my first marathon", "my paper was accepted",
            "dinner with the whole family tonight", "they named the baby after me", "the kids made me breakfast in bed",
            "we are moving into our first own flat", "she laughed at all of my jokes", "tickets for the concert arrived",
            "a stranger paid for my coffee", "the garden is in bloom", "friday night and nothing to do but relax",
            "our team brought the cup home", "I got a hug from my little nephew", "my loan is paid off"],
    "sadness": ["my dog died this morning", "she left without saying goodbye", "I failed the exam again",
                "nobody came to my birthday", "the chair where my father sat is empty", "we lost the baby",
                "they let me go after ten years", "my best friend moved to another country", "I miss my mum so much",
                "the old bookshop is closing for good", "he forgot our anniversary", "another weekend alone on the couch",
                "I can't stop crying", "our team is out of the cup", "I let everybody down", "the tree we planted is dead",
                "rain on the last day of the holidays", "I will never hear her voice again", "my grandfather's funeral was today",
                "they didn't even call me back", "the cat has been missing for two weeks", "I ruined everything"],
    "anger": ["someone scratched my car and drove off", "they cancelled my flight and refuse to refund me",
              "he jumped the queue and laughed at us", "my neighbour drills at six on a sunday",
              "she read my messages behind my back", "the landlord kept our deposit", "my boss took credit for my work",
              "they lied to all of us for years", "he keeps interrupting me", "the bus drove off in front of my nose",
              "somebody stole my bike again", "customer service hung up on me three times", "they raised the price overnight",
              "he blamed me for his own mistake", "people who litter", "he hit the dog", "my brother broke my phone and lied about it",
              "she shouted at the waitress for nothing", "the referee robbed us", "stop telling me to calm down"],
    "fear": ["I heard footsteps behind me in the dark", "there is a huge spider above my bed",
             "the plane dropped and everyone screamed", "I have an exam tomorrow and know nothing",
             "the results of the biopsy come on monday", "someone tried the door handle at three in the morning",
             "what if I lose my job", "the brakes did not respond", "my daughter isn't answering her phone",
             "the dog came running at me barking", "the lift stopped between two floors", "the river keeps rising",
             "I have to speak in front of three hundred people", "a man followed me home", "the lights went out and something moved",
             "the storm is tearing at the roof", "I can't breathe when I think about tomorrow", "the surgeon looked worried",
             "there was a knife on the table and nobody home", "we are lost in the forest and it is getting dark"],
    "disgust": ["there was a hair in my soup", "he spat on the floor of the bus", "the bread was green with mould",
                "the toilet had not been cleaned for weeks", "maggots in the bin", "he picked his nose and ate it",
                "the fridge smells like something died in it", "someone vomited in the lift", "a cockroach ran over my plate",
                "his feet stink up the whole room", "the milk came out in lumps", "they eat with their mouths wide open",
                "old men leering at schoolgirls", "the water was brown and slimy", "rotten fish in the sun",
                "used tissues on the dinner table", "the way he talks about women makes me sick",
                "dog mess all over my new shoes"],
    "surprise": ["I found fifty euros in my old coat", "they threw me a party out of nowhere", "the quiet kid won the slam",
                 "it snowed in may", "my teacher is my new neighbour", "the box was empty", "he turned out to be her twin",
                 "I never expected to see you here", "the magician pulled my own watch out of the melon",
                 "suddenly the wall opened", "nobody told me you were married", "we went from last place to first",
                 "who would have thought it was the gardener", "the test came back positive, I had no idea",
                 "an old friend rang after twenty years", "the price dropped by half overnight",
                 "I opened the door and the whole class was there", "wait, you speak japanese"],
    "neutral": ["the meeting starts at nine", "the bus leaves from platform four", "I put the keys on the shelf",
                "the shop opens at ten on sundays", "there are twelve chairs in the room", "the file is in the second folder",
                "we had pasta and then went home", "the report has six pages", "he works in the department next door",
                "the train takes two hours", "I will send you the address", "the lamp is next to the window",
                "she moved to the third floor in march", "the password has to have eight characters",
                "the recipe needs two eggs and some flour", "they sell shoes and bags", "the library closes at eight",
                "please fill in the form and sign it", "I usually take the stairs", "the second door on the left",
                "it is tuesday", "the printer is connected by cable", "my office has a grey carpet",
                "the talk is about tax law", "I am reading the manual", "the parcel weighs two kilos"],
}

OPENERS = ["i feel {a}", "i am feeling {a}", "i'm feeling {a}", "i feel so {a}", "i feel really {a}", "i was feeling {a}",
           "i am {a}", "i'm so {a}", "i'm really {a}", "i felt {a}", "i felt a little {a}", "i have been feeling {a}",
           "i can't help feeling {a}", "i still feel {a}", "i started to feel {a}", "it makes me feel {a}",
           "that left me feeling {a}", "she looked {a}", "he seems {a}", "we were all {a}", "they made me feel {a}",
           "i woke up feeling {a}", "i am left feeling {a}", "i always feel {a}", "i feel kind of {a}", "feeling {a}",
           "so {a}", "i get {a}", "i feel like i am {a}", "i know i should not but i feel {a}", "i feel pretty {a}"]
TAILS = ["", "", "", " today", " right now", " about it", " about this whole thing", " when i think of it",
         " because of what happened", " after the call", " at work", " around my family", " when i am with them",
         " and i do not know why", " every time i see that", " since yesterday", " to be here", " this morning",
         " with the way things are going", " in front of everyone", " all the time", " tonight", " about my life",
         " about the news", " as i write this", " and it shows", " for the first time in weeks", " again", " lately"]
NEGATIONS = ["i'm not {a} at all", "i am not {a}", "i don't feel {a}", "not {a} about this", "i can't say i'm {a}",
             "nobody here is {a}", "i'm far from {a}", "i was never {a} about that", "i wouldn't call myself {a}",
             "i do not feel {a} anymore"]
FEELING_OF_NOT = {"joy": ["sadness", "anger"], "sadness": ["neutral", "joy"], "anger": ["neutral"], "fear": ["neutral", "joy"],
                  "disgust": ["neutral"], "surprise": ["neutral"]}
TURNS = ["i was {b} at first but now i feel {a}", "i thought i would be {b}, but honestly i'm {a}",
         "everyone expected me to be {b} but i am just {a}", "used to feel {b}, these days i feel {a}",
         "you might think i'm {b}. no, i'm {a}"]
EVENT_FRAMES = ["{e}", "{e}.", "{e}!", "so {e}", "guess what: {e}", "today: {e}", "{e}, again", "and then {e}",
                "last night {e}", "you know what? {e}", "{e}, and i'm {a}", "{e}. i feel {a}", "i'm {a}, {e}"]

EMOJI = {"joy": "😀 😁 😂 😊 😍 🥰 😄 ❤️ 💕 🎉 🥳 😎 🤗 👍 🙏 😘 ☀️ 💪 🤣 😻".split(), "sadness": "😢 😭 😞 😔 🥺 💔 ☹️ 😿 😩 🥀".split(),
         "anger": "😠 😡 🤬 👿 💢 😤 🖕 👎 🙄".split(), "fear": "😨 😱 😰 😧 🫣 👻 😬".split(),
         "disgust": "🤢 🤮 🤧 💩".split(), "surprise": "😮 😲 🤯 😯 😳 🙀".split()}
# What people put before bad news when they mean the opposite; the event decides the emotion.
IRONY = ["great, {e}", "oh great, {e}", "wonderful. {e}", "just perfect, {e}", "just what i needed: {e}", "how lovely, {e}",
         "yay, {e}", "fantastic, {e}", "thanks a lot, {e}", "love it when {e}", "best day ever: {e}", "awesome, {e}",
         "nice, {e}", "brilliant, {e} /s", "what a joy, {e}", "congratulations, {e}", "wow, thanks, {e}"]
DELAYS = {"anger": ["another delay", "another meeting that could have been an email", "the wifi is down again",
                    "they lost my order again", "more roadworks", "my alarm did not go off", "it crashed again",
                    "forty minutes on hold", "the heating is broken in january", "another fee they never mentioned"],
          "sadness": ["another weekend alone", "nobody showed up", "rejected again", "it broke on the first day",
                      "my team lost again"],
          "disgust": ["hair in my food again", "someone left dirty socks on the table", "the sink smells like rot"]}


def words(emotion):
    text = " ".join(ADJECTIVES[emotion].split())
    found = [phrase for phrase in MULTI if phrase in text]
    for phrase in found:
        text = text.replace(phrase, " ")
    return sorted(set(text.split()) | set(found))


def case(rng, text):
    roll = rng.random()
    if roll < 0.35:
        return text
    text = text.replace(" i ", " I ").replace("i'm", "I'm")
    text = text[0].upper() + text[1:]
    return text + rng.choice(["", ".", ".", "!", "..."]) if text[-1].isalpha() else text


def make(rng, lexicon):
    emotions = list(lexicon)
    kind = rng.random()
    emotion = rng.choice(emotions)
    adjective = rng.choice(lexicon[emotion])
    if kind < 0.07:
        emotion = rng.choice(list(DELAYS))
        event = rng.choice(DELAYS[emotion] + EVENTS[emotion])
        tail = rng.choice(["", "", " " + rng.choice(["🙄", "😒", "👏"])])
        return case(rng, rng.choice(IRONY).format(e=event)) + tail, [emotion]
    if kind < 0.20:
        emotion = rng.choice(list(EMOJI))
        base = rng.choice(EVENTS["neutral"] + EVENTS[emotion] + DELAYS.get(emotion, []) + ["", "omg", "well", "this", "look", "guys"])
        marks = rng.choice(EMOJI[emotion]) * rng.choice([1, 1, 2, 3])
        return (case(rng, base) + " " + marks if base else marks), [emotion]
    if kind < 0.55:
        return case(rng, rng.choice(OPENERS).format(a=adjective) + rng.choice(TAILS)), [emotion]
    if kind < 0.67:
        if emotion == "neutral":
            return None
        return case(rng, rng.choice(NEGATIONS).format(a=adjective)), FEELING_OF_NOT[emotion]
    if kind < 0.75:
        other = rng.choice([e for e in emotions if e != emotion])
        return case(rng, rng.choice(TURNS).format(a=adjective, b=rng.choice(lexicon[other]))), [emotion]
    event_emotion = rng.choice(list(EVENTS))
    frame = rng.choice(EVENT_FRAMES)
    if event_emotion == "neutral":
        frame = rng.choice(["{e}", "{e}.", "so {e}", "today {e}"])
    adjective = rng.choice(lexicon.get(event_emotion, [""]))
    return case(rng, frame.format(e=rng.choice(EVENTS[event_emotion]), a=adjective)), [event_emotion]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=9000)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    lexicon = {emotion: words(emotion) for emotion in ADJECTIVES}
    rows = {}
    while len(rows) < args.rows:
        made = make(rng, lexicon)
        if made:
            rows.setdefault(made[0], made[1])
    args.out.mkdir(parents=True, exist_ok=True)
    with open(args.out / "feelings.jsonl", "w", encoding="utf-8") as out:
        for text, labels in rows.items():
            out.write(json.dumps({"text": text, "labels": labels}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
