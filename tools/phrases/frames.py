"""Frames for words that name or cause feelings, our own. `{w}` is the word, `{who}` a person and `{is}` the verb
that goes with it, `[a|b|]` picks one."""

ADJECTIVE = """I feel {w}[| today| again| about all this|, to be honest]
I'm [so|a bit|really|oddly] {w} [right now|about the new job|that it is over|since she left|]
{who} looked {w} [when the letter came|after the call|as we walked in|all evening]
{who} {is} always [so|too] {w} [with the children|in the morning|about money|]
what a {w} [thing to say|film|day|house|little man|idea|story|place]
that was [so|really|rather|quite] {w}[| of you| of him|, don't you think]
the [ending|food|speech|weather|room|news|whole match|silence] was [so|just|utterly|strangely|] {w}
[don't be so|stop being|try not to be|why are you so] {w}
not exactly {w}, but [close|it will do|you know what I mean]
[it makes me|she makes me|this song makes me|hospitals make me] {w}
{w} and [tired|alone|cold|young], {who} [sat by the window|went home|said nothing|looked up]
I [was|used to be] {w}, now I am [not|only tired|different]
[it's|this is] {w}[!| how they treat people| what you did for us|, look at it]"""

NOUN = """[full of|nothing but|overcome with|a moment of|all this] {w}
I [can't hide|can't describe|can't shake|still feel] [the|this|my] {w}
there was {w} in [his|her|their] [voice|eyes|face|letter]
[what|such] {w} [when the door opened|in one small room|on their faces|after so long]
{who} felt {w}[| for the first time| and said so| and could not say why]
my {w} [grows|fades|surprised even me|kept me awake] [every day|at night|]
[with|without] {w} {who} [opened the letter|took my hand|left the room|spoke of the war]
[this is|that's|is it] {w}[, pure and simple|?| and I know it| if I ever saw it]
her {w} [was plain to see|filled the house|never lasted]
{w}. that's all [I have to say|I feel|there is]"""

VERB = """you [really|always|still|do] {w} me[| and you know it| more than I can say]
[stop trying to|don't|why do you|let them] {w} me
they {w} [everyone|us|each other|the children|people like him]
I {w} [it|you|him|this town|everything about it|the way she talks]
it used to {w} me, [now I laugh|not any more|and it still does]
did that [news|letter|film|man] {w} you?
[we|you] will {w} [them|for it|when you see it]
[he knows how to|it is meant to|she wanted to] {w} [people|me|her]
[I didn't mean to|nobody wants to|it's easy to] {w} [you|him|anyone]"""

ADVERB = """{who} [smiled|answered|stared|laughed|cried|nodded|waited|left|spoke] {w}[| for a while| and turned away]
"[yes|no|come in|you again|it's over|thank you]," {who} said {w}
{w}, {who} [opened the box|read it again|put down the phone|began to sing]
we [drove home|ate|sat there|went on] {w}[| that night|]
[you're|it's|that's] {w} [good|bad|late|simple|wrong|beautiful]"""

PERSONS = [("I", "am"), ("she", "is"), ("he", "is"), ("my brother", "is"), ("mum", "is"), ("our neighbour", "is"),
           ("the old man", "is"), ("they", "are"), ("the whole team", "is"), ("the kids", "are"), ("you", "are"),
           ("the teacher", "is"), ("my boss", "is"), ("everyone", "is")]
