// Made by tools/make_glyph_table.cpp from DejaVu Sans: ASCII 32..126 at 32 pixels. Do not edit.
// For boxes and labels on pictures, without a font at run time; figures of reports use the font itself.
#include "vision/glyph_table.hpp"

namespace emo::vision {

// clang-format off
const Glyph kGlyphs[kGlyphCount] = {
    {0, 0, 0, 0, 10, 0},
    {4, 24, 4, 24, 13, 0},
    {9, 10, 3, 24, 15, 96},
    {23, 23, 2, 23, 27, 186},
    {16, 30, 2, 25, 20, 715},
    {28, 25, 1, 24, 30, 1195},
    {22, 25, 2, 24, 25, 1895},
    {3, 10, 3, 24, 9, 2445},
    {8, 30, 2, 25, 12, 2475},
    {8, 30, 2, 25, 12, 2715},
    {16, 15, 0, 24, 16, 2955},
    {21, 21, 3, 21, 27, 3195},
    {6, 8, 2, 4, 10, 3636},
    {9, 4, 1, 11, 12, 3684},
    {4, 4, 3, 4, 10, 3720},
    {11, 27, 0, 24, 11, 3736},
    {17, 25, 2, 24, 20, 4033},
    {15, 24, 3, 24, 20, 4458},
    {16, 24, 2, 24, 20, 4818},
    {16, 25, 2, 24, 20, 5202},
    {18, 24, 1, 24, 20, 5602},
    {16, 25, 2, 24, 20, 6034},
    {17, 25, 2, 24, 20, 6434},
    {16, 24, 2, 24, 20, 6859},
    {17, 25, 2, 24, 20, 7243},
    {17, 25, 2, 24, 20, 7668},
    {5, 17, 3, 17, 11, 8093},
    {6, 21, 2, 17, 11, 8178},
    {21, 18, 3, 19, 27, 8304},
    {21, 10, 3, 15, 27, 8682},
    {21, 18, 3, 19, 27, 8892},
    {13, 24, 2, 24, 17, 9270},
    {28, 29, 2, 23, 32, 9582},
    {22, 24, 0, 24, 22, 10394},
    {17, 24, 3, 24, 22, 10922},
    {20, 25, 1, 24, 22, 11330},
    {20, 24, 3, 24, 25, 11830},
    {16, 24, 3, 24, 20, 12310},
    {14, 24, 3, 24, 18, 12694},
    {22, 25, 1, 24, 25, 13030},
    {18, 24, 3, 24, 24, 13580},
    {4, 24, 3, 24, 9, 14012},
    {9, 31, -2, 24, 9, 14108},
    {19, 24, 3, 24, 21, 14387},
    {15, 24, 3, 24, 18, 14843},
    {22, 24, 3, 24, 28, 15203},
    {18, 24, 3, 24, 24, 15731},
    {23, 25, 1, 24, 25, 16163},
    {16, 24, 3, 24, 19, 16738},
    {23, 29, 1, 24, 25, 17122},
    {19, 24, 3, 24, 22, 17789},
    {17, 25, 2, 24, 20, 18245},
    {21, 24, -1, 24, 20, 18670},
    {19, 25, 2, 24, 23, 19174},
    {22, 24, 0, 24, 22, 19649},
    {30, 24, 1, 24, 32, 20177},
    {21, 24, 0, 24, 22, 20897},
    {21, 24, -1, 24, 20, 21401},
    {20, 24, 1, 24, 22, 21905},
    {8, 30, 2, 25, 12, 22385},
    {11, 27, 0, 24, 11, 22625},
    {7, 30, 3, 25, 12, 22922},
    {21, 10, 3, 24, 27, 23132},
    {18, 3, -1, -5, 16, 23342},
    {9, 7, 2, 26, 16, 23396},
    {16, 19, 1, 18, 20, 23459},
    {17, 26, 2, 25, 20, 23763},
    {15, 19, 1, 18, 18, 24205},
    {17, 26, 1, 25, 20, 24490},
    {17, 19, 1, 18, 20, 24932},
    {12, 25, 0, 25, 11, 25255},
    {17, 25, 1, 18, 20, 25555},
    {16, 25, 2, 25, 20, 25980},
    {3, 25, 3, 25, 9, 26380},
    {7, 32, -1, 25, 9, 26455},
    {17, 25, 2, 25, 19, 26679},
    {3, 25, 3, 25, 9, 27104},
    {27, 18, 2, 18, 31, 27179},
    {16, 18, 2, 18, 20, 27665},
    {17, 19, 1, 18, 20, 27953},
    {17, 25, 2, 18, 20, 28276},
    {17, 25, 1, 18, 20, 28701},
    {12, 18, 2, 18, 13, 29126},
    {15, 19, 1, 18, 17, 29342},
    {12, 23, 0, 23, 13, 29627},
    {16, 19, 2, 18, 20, 29903},
    {18, 18, 0, 18, 19, 30207},
    {24, 18, 1, 18, 26, 30531},
    {18, 18, 0, 18, 19, 30963},
    {18, 25, 0, 18, 19, 31287},
    {15, 18, 1, 18, 17, 31737},
    {13, 31, 4, 25, 20, 32007},
    {3, 33, 4, 25, 11, 32410},
    {13, 31, 4, 25, 20, 32509},
    {21, 6, 3, 13, 27, 32912},
};

const char kGlyphPixels[] =
    "bfffdpppdpppdpppdpppdpppdpppdpppdpppdpppdpppcpppbppoappnaopmaoplaghfaaaaaaaaaaaacpppdpppdpppdpppffeaaaffdoplaaap"
    "pkoplaaappkoplaaappkoplaaappkoplaaappkoplaaappkoplaaappkoplaaappkffeaaaffdaaaaaaaaajpnaaaaipoaaaaaaaaaaaaanpkaaa"
    "amplaaaaaaaaaaaacppgaaabpphaaaaaaaaaaaagppcaaaeppdaaaaaaaaaaaajpnaaaaipoaaaaaaaaaaaaanpkaaaamplaaaaaaafhhhhipplh"
    "hhhppmhhhhdaalpppppppppppppppppppfaakoooopppoooopppooooofaaaaaaanpkaaaamplaaaaaaaaaaaacppgaaabpphaaaaaaaaaaaagpp"
    "caaaeppeaaaaaaaaaaaajpoaaaaippaaaaaaaaaaaaanpkaaaamplaaaaaaahnnnnnpponnnnpponnnnhaaipppppppppppppppppppiaaeiiiin"
    "poiiiimpoiiiiieaaaaaaanpkaaaamplaaaaaaaaaaaacppgaaabpphaaaaaaaaaaaafppcaaaeppeaaaaaaaaaaaajpoaaaaipoaaaaaaaaaaaa"
    "anpkaaaamplaaaaaaaaaaaacppgaaabpphaaaaaaaaaaaaaaaaeeaaaaaaaaaaaaaalmaaaaaaaaaaaaaalmaaaaaaaaaaaaaalmaaaaaaaaaaac"
    "gioojhgcaaaaackpppppppppodaacoppolnokmoppeaalppkbalmaaaekeacppnaaalmaaaaaaaeppjaaalmaaaaaaafppkaaalmaaaaaaacppoc"
    "aalmaaaaaaaalppoidlmaaaaaaaacnpppppojgcaaaaaabiopppppppldaaaaaaaeioppppppfaaaaaaaalmcgnppocaaaaaaalmaabnpphaaaaa"
    "aalmaaafppkaaaaaaalmaaadppkbaaaaaalmaaagppifmeaaaalmaaeoppdfppnjgemnglpppiadnpppppppppppiaaaadilnoppnlhcaaaaaaaa"
    "aammaaaaaaaaaaaaaalmaaaaaaaaaaaaaalmaaaaaaaaaaaaaalmaaaaaaaaaaaaaaijaaaaaaaaaachkljdaaaaaaaaaaaklgaaaaaaafoppppp"
    "iaaaaaaaaaipobaaaaaadppmfekpphaaaaaaacppgaaaaaaakpobaaalpobaaaaaalpmaaaaaaaaopiaaaaeppeaaaaafppdaaaaaaacppfaaaab"
    "pphaaaabnpjaaaaaaaadppeaaaaappiaaaaipobaaaaaaaadppfaaaabpphaaacppgaaaaaaaaabpphaaaadppfaaalpmaaaaaaaaaaalpnaaaaj"
    "ppbaafppdaaaaaaaaaaaeppkcbhppjaabnpjaaaaaaaaaaaaaipppppplbaaipobaaaaddcaaaaaaaelnomgaaacppfaaaiopppmdaaaaaaaaaaa"
    "aaalplaaakppnmppodaaaaaaaaaaaafppdaafpphaacnpnaaaaaaaaaaabnpiaaalpnaaaagppeaaaaaaaaaaipnbaaappiaaaabpphaaaaaaaaa"
    "dppfaaacppgaaaaaopjaaaaaaaaalplaaaacppgaaaaaopjaaaaaaaafppcaaaabppiaaaaappiaaaaaaabopiaaaaaampmaaaafppfaaaaaaaip"
    "nbaaaaaahppfaaampoaaaaaaadppfaaaaaaaamppkjnppfaaaaaaalplaaaaaaaaablppppofaaaaaaabhhcaaaaaaaaaaadggfbaaaaaaaaafjl"
    "lkhdaaaaaaaaaaaaaeopppppppncaaaaaaaaaaeppppnlnpppdaaaaaaaaaampplcaaabgndaaaaaaaaacppobaaaaaaabaaaaaaaaaeppkaaaaa"
    "aaaaaaaaaaaaaepplaaaaaaaaaaaaaaaaaabpppdaaaaaaaaaaaaaaaaaajppnbaaaaaaaaaaaaaaaaabopplbaaaaaaaaaaaaaaabkpppplaaaa"
    "aaaaaaaaaaalpplopplaaaaaaaaiigaaipplaeoppkaaaaaacppladppobaaeoppkaaaaafppiajpphaaaaepppkaaaaippdanppdaaaaaepppka"
    "aanpnaaoppbaaaaaafpppjafppgaaoppcaaaaaaafpppjnpnaaamppgaaaaaaaafpppppeaaahppnbaaaaaaaagpppmaaaabopplbaaaaaabkppp"
    "piaaaafpppoidcceioppopppiaaaafoppppppppppkbgppphaaaacjpppppppldaaahppphaaaaabeghgebaaaaaaaaaaffeoploploploploplo"
    "ploploplffeaaaaadeeaaaacophaaaakpobaaadpphaaaakpobaaacppjaaaaippeaaaaopoaaaaeppkaaaaippgaaaamppdaaaaoppbaaabppoa"
    "aaadppnaaaadppmaaaadppmaaaadppnaaaabppoaaaaaoppbaaaalppdaaaaippgaaaaeppkaaaaaopoaaaaaippeaaaacppkaaaaakppbaaaacp"
    "piaaaaajpobaaaabopiaaaaacddceebaaaabopiaaaaahppcaaaabopkaaaaaippdaaaacppjaaaaamppbaaaahppgaaaadpplaaaaaoppbaaaal"
    "ppeaaaaipphaaaahppjaaaagppkaaaafpplaaaafpplaaaagppkaaaahppiaaaajppgaaaalppdaaaaopoaaaadpplaaaahppgaaaampobaaacpp"
    "jaaaajppcaaabopjaaaaipocaaabophaaaabddaaaaaaaaaaaakkaaaaaaaaaaaaaannaaaaaaaaaaaaaannaaaaaaaahkbaaannaaabkhaalpoh"
    "aannaahoplaaafnpmdnndmpnfaaaaaahoppppohaaaaaaaaabmppmbaaaaaaaaafnppppnfaaaaaaempnfnnfnpmeaaakppibannabippkaailca"
    "aannaaacliaaaaaaaannaaaaaaaaaaaaaannaaaaaaaaaaaaaallaaaaaaaaaaaaaaaabbbaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaop"
    "laaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaa"
    "aaaaaaaaaaaaoplaaaaaaaaadffffffffopmffffffffcjpppppppppppppppppppgjpppppppppppppppppppgdeeeeeeeeopmeeeeeeeecaaaa"
    "aaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaop"
    "laaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaepppbaepppbaepppbahppkaalppcaaopjaadppcaaflhaaaabbbbbbbbhpp"
    "pppppphppppppppdiiiiiiiiippkjppljppljpplaaaaaaaaffeaaaaaaacppiaaaaaaahppdaaaaaaalpoaaaaaaabppjaaaaaaagppeaaaaaaa"
    "kpoaaaaaaaaopkaaaaaaaeppfaaaaaaajppbaaaaaaaoplaaaaaaadpphaaaaaaaippcaaaaaaanpmaaaaaaacppiaaaaaaahppdaaaaaaampnaa"
    "aaaaabppjaaaaaaagppeaaaaaaakpoaaaaaaabopkaaaaaaafppfaaaaaaajppbaaaaaaaoplaaaaaaaeppgaaaaaaaippcaaaaaaampmaaaaaaa"
    "aaaaaaeikljgbaaaaaaaacmppppppofaaaaaacopppnmopppgaaaaanppmcaabipppdaaagppnbaaaaajpplaaanppfaaaaaaboppdadppoaaaaa"
    "aaakppiagpplaaaaaaaagppmajppiaaaaaaaadppoalppgaaaaaaaabpppbmppfaaaaaaaaapppcnppfaaaaaaaaaoppdnppeaaaaaaaaaoppdnp"
    "pfaaaaaaaaaoppdmppfaaaaaaaaapppclpphaaaaaaaacpppbippjaaaaaaaaeppnagppmaaaaaaaahpplabpppbaaaaaaalppgaalpphaaaaaac"
    "pppcaaepppdaaaabmppjaaaakppohcbemppocaaaabmppppppppodaaaaaaaioppppplcaaaaaaaaaaeggfbaaaaaaaaaaadfffbaaaaacgjmppp"
    "ppeaaaaahppppppppeaaaaahpppnkoppeaaaaafhebaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaa"
    "aaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaa"
    "nppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaakkkkkopplkkkkeapppppppppppppgapppppppppppp"
    "pgaaadhjllkhdaaaaacioppppppppmdaaaipppppoopppppfaaipojfbaabgoppocaghbaaaaaaacoppjaaaaaaaaaaaahppnaaaaaaaaaaaadpp"
    "paaaaaaaaaaaadpppaaaaaaaaaaaagppmaaaaaaaaaaaamppiaaaaaaaaaaagppobaaaaaaaaaadpppgaaaaaaaaaacoppkaaaaaaaaaacnpplaa"
    "aaaaaaaabnppmbaaaaaaaaabmppmbaaaaaaaaabmppmbaaaaaaaaabmppmbaaaaaaaaabmppnbaaaaaaaaabmppnbaaaaaaaaabmppncaaaaaaaa"
    "aajppplkkkkkkkkkkckppppppppppppppckppppppppppppppcaabehjklkjgbaaaaalpppppppppoiaaaanppppooppppplaaamkgdaaaaekppp"
    "iaaaaaaaaaaaajppoaaaaaaaaaaaabpppdaaaaaaaaaaaaoppdaaaaaaaaaaaapppcaaaaaaaaaaagppmaaaaaaaaaabhppodaaaaagmmmnpppmd"
    "aaaaaaippppppkbaaaaaaahmmnopppphaaaaaaaaaaacjpppiaaaaaaaaaaaafpppdaaaaaaaaaaaakppiaaaaaaaaaaaagpplaaaaaaaaaaaagp"
    "pmaaaaaaaaaaaaippkaaaaaaaaaaabnpphfdaaaaaaaablppocipnigedegjopppgaipppppppppppphaadjopppppppojcaaaaaaceghgfdaaaa"
    "aaaaaaaaaaaaefffbaaaaaaaaaaaaeppppeaaaaaaaaaaabnppppeaaaaaaaaaaajpooppeaaaaaaaaaaeppgoppeaaaaaaaaabnplaoppeaaaaa"
    "aaaaippcaoppeaaaaaaaadpphaaoppeaaaaaaaanpmaaaoppeaaaaaaaippdaaaoppeaaaaaadppiaaaaoppeaaaaaampnbaaaaoppeaaaaaippe"
    "aaaaaoppeaaaadppkaaaaaaoppeaaaampobaaaaaaoppeaaagpphcccccccoppfccbhppppppppppppppppihppppppppppppppppidiiiiiiiii"
    "ioppjiieaaaaaaaaaaaoppeaaaaaaaaaaaaaaoppeaaaaaaaaaaaaaaoppeaaaaaaaaaaaaaaoppeaaaaaaaaaaaaaaoppeaaaadfffffffffffe"
    "aaaipppppppppppnaaaipppppppppppnaaaippiffffffffeaaaippfaaaaaaaaaaaaippfaaaaaaaaaaaaippfaaaaaaaaaaaaippfaaaaaaaaa"
    "aaaippgdfgfcaaaaaaaippppppppnhbaaaaippppppppppmcaaaiokheefhmpppnbaacbaaaaaaagpppjaaaaaaaaaaaahpppbaaaaaaaaaaaaop"
    "pfaaaaaaaaaaaakpphaaaaaaaaaaaajppiaaaaaaaaaaaakpphaaaaaaaaaaaaoppfaaaaaaaaaaahpppbfeaaaaaaaagpppkaipnigedehmpppn"
    "caipppppppppppncaaelopppppppnhbaaaaaacefhgfcaaaaaaaaaaaachjlkjhdaaaaaaabkpppppppplaaaaadoppppoopppmaaaacoppngbaa"
    "beilaaaalpplbaaaaaaaaaaafppnbaaaaaaaaaaaalppgaaaaaaaaaaaacpppbaaaaaaaaaaaafppmaabegfeaaaaaaippjaioppppojbaaakppi"
    "mppppppppncaalppoppidcdhoppnbalppppeaaaaadopphalpppjaaaaaaahppnakpppdaaaaaaabpppcjpppaaaaaaaaaoppegpppaaaaaaaaan"
    "ppfdpppaaaaaaaaaoppeaoppdaaaaaaabpppcajppjaaaaaaahppnaacpppeaaaaadopphaaahpppidbchoppmaaaaajpppppppppmcaaaaaafnp"
    "ppppoibaaaaaaaaadfggeaaaaaacffffffffffffffdgppppppppppppppjgpppppppppppppphcffffffffffipppbaaaaaaaaaaajppkaaaaaa"
    "aaaaaboppeaaaaaaaaaaagppnaaaaaaaaaaaamppiaaaaaaaaaaacpppcaaaaaaaaaaaipplaaaaaaaaaaaaoppfaaaaaaaaaaafppobaaaaaaaa"
    "aaalppjaaaaaaaaaaacpppdaaaaaaaaaaahppmaaaaaaaaaaaanppgaaaaaaaaaaaepppbaaaaaaaaaaakppkaaaaaaaaaaaboppeaaaaaaaaaaa"
    "gppnaaaaaaaaaaaamppiaaaaaaaaaaadpppcaaaaaaaaaaaipplaaaaaaaaaaaaoppfaaaaaaaaaaaacgjllkieaaaaaaabkppppppppmdaaaabm"
    "pppommoppppeaaajpppgaaaaenppnbabpppgaaaaaacoppfadpppaaaaaaaakppiaeppnaaaaaaaaippjacppoaaaaaaaajpphaanppfaaaaaabo"
    "ppdaaeppodaaaablppjaaaaeoppmjjloppiaaaaaabkppppppndaaaaaaenppppopppoiaaaagpppicaabgnpplaacpppfaaaaaabnpphaipplaa"
    "aaaaaafppnalpphaaaaaaaabpppbmppfaaaaaaaaapppclpphaaaaaaaacpppbjppmaaaaaaaagppoaepppgaaaaaacoppjaalpppkebbdhoppoc"
    "aabmppppppppppoeaaaaahnppppppojcaaaaaaaacfgggdbaaaaaaaaachklkieaaaaaaaabjpppppppndaaaaabmpppommppppeaaaakppofaaa"
    "bkppobaadpppeaaaaaakppjaajppkaaaaaaacpppbanppgaaaaaaaamppfaoppdaaaaaaaakppjaoppdaaaaaaaajppmanppeaaaaaaaalppoalp"
    "piaaaaaaaaopppahppobaaaaaagppppbbopplbaaaaeoppppbafpppoighkppmpppbaafppppppppmepppaaaacinpppmgaeppnaaaaaaaabaaaa"
    "ippjaaaaaaaaaaaaamppgaaaaaaaaaaaadppobaaaaaaaaaaaamppiaaacaaaaaaabkppnbaaahojgedfioppodaaaahpppppppppodaaaaaempp"
    "ppppoibaaaaaaaabefgfdaaaaaaaaciiiaepppbepppbepppbcgggaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaepppbepppbepppbepp"
    "pbaciiiaaepppbaepppbaepppbacgggaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaepppbaepppbaepppbahppkaalppcaao"
    "pjaadppcaaflhaaaaaaaaaaaaaaaaaaaaaaedaaaaaaaaaaaaaaaadinpgaaaaaaaaaaaaabhmppppgaaaaaaaaaabflpppppojcaaaaaaaaejop"
    "pppokeaaaaaaaadinppppplfbaaaaaaachmpppppmgbaaaaaaaaelpppppnhcaaaaaaaaaaajpppoidaaaaaaaaaaaaaajpppojeaaaaaaaaaaaa"
    "aadkpppppnidaaaaaaaaaaaaabglpppppmhcaaaaaaaaaaaaachnppppplgbaaaaaaaaaaaaadjopppppkfbaaaaaaaaaaaaaekoppppokcaaaaa"
    "aaaaaaaabglppppgaaaaaaaaaaaaaaaachnpgaaaaaaaaaaaaaaaaaaaddfiiiiiiiiiiiiiiiiiiidjpppppppppppppppppppgjppppppppppp"
    "ppppppppgbbbbbbbbbbbbbbbbbbbbbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabcccccccccccccccccccbjpppppppppppppppppp"
    "pgjpppppppppppppppppppgfiiiiiiiiiiiiiiiiiiidedaaaaaaaaaaaaaaaaaaajpmhcaaaaaaaaaaaaaaaajpppplgbaaaaaaaaaaaaadkopp"
    "ppokeaaaaaaaaaaaaabflpppppoidaaaaaaaaaaaaabgmpppppnhcaaaaaaaaaaaaachnppppplgbaaaaaaaaaaaaadjopppppkdaaaaaaaaaaaa"
    "aaekopppgaaaaaaaaaaaaaafkppppgaaaaaaaaaaaejoppppojcaaaaaaaadinpppppkfaaaaaaaachmpppppmgbaaaaaaabgmpppppnicaaaaaa"
    "aaelpppppojdaaaaaaaaaaajppppkfaaaaaaaaaaaaaajpmgbaaaaaaaaaaaaaaaaecaaaaaaaaaaaaaaaaaaaaabfjklkhcaaacjppppppppjaa"
    "lppponoppppkalpkeaaackpppeidaaaaaaamppjaaaaaaaaahpplaaaaaaaaaippkaaaaaaaabnppgaaaaaaaakppnaaaaaaaajppodaaaaaaajp"
    "podaaaaaaaippodaaaaaaadppodaaaaaaaajppiaaaaaaaaalppeaaaaaaaaamppdaaaaaaaaamppdaaaaaaaaajllcaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaanppeaaaaaaaaanppeaaaaaaaaanppeaaaaaaaaanppeaaaaaaaaaaaaaaaaeghihgdaaaaaaaaaaaaaaaaaaekppppppppojda"
    "aaaaaaaaaaaaemppppnmlmnppppkcaaaaaaaaaahppplfbaaaaabgmppoeaaaaaaaakppmdaaaaaaaaaaagoppfaaaaaajppiaaaaaaaaaaaaaab"
    "mppdaaaagpphaaaaaaaaaaaaaaaabmpnaaabopjaaaaaabfgfbaabcbaacophaaipnbaaaabjpppppkcjpkaaahpnaaopgaaaabmpppnnppnkpka"
    "aabppefpobaaaaippkcaackpppkaaaampiipkaaaabpplaaaaaakppkaaaajpklphaaaafppeaaaaaadppkaaaaiplnpgaaaaippaaaaaaaaopka"
    "aaaiplnpfaaaajpoaaaaaaaampkaaaakpjnpgaaaaippaaaaaaaanpkaaaanpglphaaaagppdaaaaaabppkaaafppcjplaaaacppjaaaaaaippka"
    "abnpjafpobaaaalpphaaaagpppkadnpmbabppgaaaacoppnkknpompnmppmcaaajpnaaaaacmpppppnejpppohaaaaacopiaaaaaaeijifaagjhe"
    "aaaaaaaahppgaaaaaaaaaaaaaaaaaaaaaaaaakpphaaaaaaaaaaaaaacaaaaaaaaabmppkcaaaaaaaaaaahpgaaaaaaaaaajpppjeaaaaaadhopp"
    "maaaaaaaaaaafnpppomlkmoppppiaaaaaaaaaaaaaagmppppppppnhbaaaaaaaaaaaaaaaaabfhiihfcaaaaaaaaaaaaaaaaaaaeffeaaaaaaaaa"
    "aaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfgppjaaaaaaaaa"
    "aaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaa"
    "boppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjjjjjoppgaaaaaanpp"
    "ppppppppppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaa"
    "aaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanppheffffffffecaaaaaanppppppppppoibaaanppppppppppppodaanpp"
    "heeeeegkpppnbanppeaaaaaaaepppganppeaaaaaaaakppjanppeaaaaaaaahppkanppeaaaaaaaaippjanppeaaaaaaaanppganppeaaaaaackp"
    "pnaanppmlllllnpppmcaanpppppppppppibaaanpponnnnnopppofaanppeaaaaaacipppfanppeaaaaaaaagppobnppeaaaaaaaaanppgnppeaa"
    "aaaaaaakppjnppeaaaaaaaaakppknppeaaaaaaaaamppjnppeaaaaaaaadpppgnppeaaaaaaaenppobnppljjjjjknppppfanppppppppppppofa"
    "anpppppppponkgbaaaaaaaaaaadhjklkifbaaaaaaaaahopppppppppkdaaaaacnppppponopppppgaaadopppkeaaaabglppjaabnppodaaaaaa"
    "aaaenjaajppodaaaaaaaaaaabfabppphaaaaaaaaaaaaaaahppobaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpppea"
    "aaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaadpppcaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaanpphaaaaaaaaaaaaa"
    "aaakpplaaaaaaaaaaaaaaaagpppcaaaaaaaaaaaaaaaaoppjaaaaaaaaaaaaaaaagpppgaaaaaaaaaaaeiaaakpppibaaaaaaabipjaaablpppoi"
    "fdcegkoppjaaaaajppppppppppppmdaaaaaackoppppppplfaaaaaaaaaaadfggfebaaaaeffffffedcaaaaaaaaaanppppppppppmjdaaaaaanp"
    "ppppppppppppmeaaaanppheeeefhknppppiaaanppeaaaaaaaafnppphaanppeaaaaaaaaabmpppcanppeaaaaaaaaaaboppkanppeaaaaaaaaaa"
    "ahpppbnppeaaaaaaaaaaabpppenppeaaaaaaaaaaaanppinppeaaaaaaaaaaaakppjnppeaaaaaaaaaaaakppknppeaaaaaaaaaaaajpplnppeaa"
    "aaaaaaaaaakppknppeaaaaaaaaaaaalppjnppeaaaaaaaaaaaaopphnppeaaaaaaaaaaadpppdnppeaaaaaaaaaaakppoanppeaaaaaaaaaaeppp"
    "hanppeaaaaaaaaaeoppnbanppeaaaaaaaekpppodaanppljjjjkmoppppndaaanppppppppppppnhbaaaanppppppoonkheaaaaaaaefffffffff"
    "ffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaa"
    "aaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppeaaaaaa"
    "aaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpplkkkkkk"
    "kkkkkcnppppppppppppppdnppppppppppppppdeffffffffffffdnppppppppppppinppppppppppppinppifffffffffdnppeaaaaaaaaaanppe"
    "aaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppnmmmmmmmmhanpppppppppppianpponnnnnnnnhanppe"
    "aaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaanppe"
    "aaaaaaaaaanppeaaaaaaaaaanppeaaaaaaaaaaaaaaaaaadhjklkjheaaaaaaaaaaagnpppppppppojcaaaaaacmppppponoppppppgaaaadoppp"
    "kfbaaaadinppiaaabnppodaaaaaaaaaagoiaaajppocaaaaaaaaaaaacfaabpppgaaaaaaaaaaaaaaaaahppoaaaaaaaaaaaaaaaaaalppjaaaaa"
    "aaaaaaaaaaaaaoppgaaaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaaacpppdaaaaaaaaddddddddadpppcaaaaaaacppppppppdcpppdaaaaaaa"
    "cppppppppdbpppeaaaaaaabgggggpppdaopphaaaaaaaaaaaaaoppdakppkaaaaaaaaaaaaaoppdagpppbaaaaaaaaaaaaoppdaaoppjaaaaaaaa"
    "aaaaoppdaahpppfaaaaaaaaaaaoppdaaalpppibaaaaaaaabpppdaaablpppojfdcdegkppppcaaaaajpppppppppppppmdaaaaaaacjoppppppp"
    "okeaaaaaaaaaaaacfghgfcaaaaaaeffbaaaaaaaaaabfffnppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaa"
    "aaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppnmmmmmmmmmmmp"
    "ponpppppppppppppppponpponnnnnnnnnnopponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponp"
    "peaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaa"
    "aaaaaaaaeppoeffbnppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppeaaaa"
    "aeffbaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanpp"
    "eaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaaoppeaaaaapppcaaa"
    "aepppaaaaalpplaceglpppfakpppppjaakpppohaaaegfdaaaaaeffbaaaaaaaaacfffdanppeaaaaaaaadoppncanppeaaaaaaaeoppmbaanppe"
    "aaaaaaeopplbaaanppeaaaaafppplbaaaanppeaaaagpppkaaaaaanppeaaagpppjaaaaaaanppeaahpppiaaaaaaaanppeaippphaaaaaaaaanp"
    "pfjppphaaaaaaaaaanppnpppgaaaaaaaaaaanpppppiaaaaaaaaaaaanpppppoeaaaaaaaaaaanppgnppoeaaaaaaaaaanppecnppoeaaaaaaaaa"
    "nppeacnppoeaaaaaaaanppeaacnppodaaaaaaanppeaaacnppodaaaaaanppeaaaacnppodaaaaanppeaaaaacnppodaaaanppeaaaaaacnppoda"
    "aanppeaaaaaaacnppodaanppeaaaaaaaacnppodanppeaaaaaaaaacnppodeffbaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaa"
    "aaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaa"
    "nppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaa"
    "aaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanpplkkkkkkkkkkgnpppppppppppppknpppppppppppppkefffeaaaaaaaaaaabffffcnppppca"
    "aaaaaaaaaipppphnppppiaaaaaaaaaanpppphnppopnaaaaaaaaaeppopphnppkppeaaaaaaaakppkpphnppeppkaaaaaaabppkjpphnppdkppba"
    "aaaaagppejpphnppdfppgaaaaaampnajpphnppdaopmaaaaadppiajpphnppdaippcaaaaippcajpphnppdadppiaaaaopmaajpphnppdaampnaa"
    "afppgaajpphnppdaagppeaakppbaajpphnppdaabppkabppkaaajpphnppdaaakppbhppeaaajpphnppdaaaeppgmpnaaaajpphnppdaaaaopnpp"
    "iaaaajpphnppdaaaaippppcaaaajpphnppdaaaacpppmaaaaajpphnppdaaaaahiieaaaaajpphnppdaaaaaaaaaaaaaajpphnppdaaaaaaaaaaa"
    "aaajpphnppdaaaaaaaaaaaaaajpphnppdaaaaaaaaaaaaaajpphefffcaaaaaaaaabffenpppmaaaaaaaaaeppmnppppfaaaaaaaaeppmnppppna"
    "aaaaaaaeppmnppoppgaaaaaaaeppmnpphppobaaaaaaeppmnppdlpphaaaaaaeppmnppddppobaaaaaeppmnppdakppiaaaaaeppmnppdacppoca"
    "aaaeppmnppdaajppjaaaaeppmnppdaacpppcaaaeppmnppdaaaippkaaaeppmnppdaaaboppdaaeppmnppdaaaahpplaaeppmnppdaaaaboppeae"
    "ppmnppdaaaaagppmaeppmnppdaaaaaanppfeppmnppdaaaaaagppmeppmnppdaaaaaaamppkppmnppdaaaaaaafpppppmnppdaaaaaaaamppppmn"
    "ppdaaaaaaaaeppppmnppdaaaaaaaaalpppmaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppo"
    "icaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppj"
    "aaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcp"
    "ppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppi"
    "aaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmc"
    "aaaaaaaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaaaaaaefffffffecaaaaaanpppppppppoibaaanpppppppppppoeaanppheeeegkpppo"
    "canppeaaaaaafpppjanppeaaaaaaajppoanppeaaaaaaaepppcnppeaaaaaaacpppdnppeaaaaaaadpppcnppeaaaaaaahpppanppeaaaaaacopp"
    "lanppeaaaabgnpppeanppppppppppppiaanppppppppppnfaaanppljjjjihdaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaaaaaaaaabfiklkj"
    "gbaaaaaaaaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaa"
    "aaaaabnppmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaa"
    "aaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpph"
    "aaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppjaaaa"
    "alpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpppocaaaaaaabkppppppppppplcaaaaaaaaaaelppppppppgaaaaaaaaaaaaaabefhgnppmbaaaa"
    "aaaaaaaaaaaaaacopplaaaaaaaaaaaaaaaaaaadoppkaaaaaaaaaaaaaaaaaaaeoppjaaaaaaaaaaaaaaaaaaabcccaaaefffffffecaaaaaaaaa"
    "npppppppppojcaaaaaanppppppppppppfaaaaanppheeeegkppppdaaaanppeaaaaaadopplaaaanppeaaaaaaahppoaaaanppeaaaaaaadpppca"
    "aanppeaaaaaaacpppdaaanppeaaaaaaaepppcaaanppeaaaaaaajppnaaaanppeaaaaaagppphaaaanppjhhhhimpppkaaaaanppppppppppohaa"
    "aaaanppppppppppmdaaaaaanppgcccdgmppodaaaaanppeaaaaaakppnbaaaanppeaaaaaabnpphaaaanppeaaaaaaafppobaaanppeaaaaaaaam"
    "ppiaaanppeaaaaaaaafppobaanppeaaaaaaaaamppiaanppeaaaaaaaaafppobanppeaaaaaaaaaamppianppeaaaaaaaaaafppobaaaacgjllkj"
    "hebaaaaaclpppppppppplbaadoppppnmnpppppcaboppngbaaaadhmpcahppobaaaaaaaaaebalpphaaaaaaaaaaaaanppfaaaaaaaaaaaaanppg"
    "aaaaaaaaaaaaalppmaaaaaaaaaaaaagpppmfbaaaaaaaaaaampppppmjgcaaaaaaabkppppppppnhbaaaaaaekopppppppoeaaaaaaaadgjnpppp"
    "peaaaaaaaaaaackpppnaaaaaaaaaaaaaipppeaaaaaaaaaaaaaopphaaaaaaaaaaaaamppiaaaaaaaaaaaaanpphbaaaaaaaaaaacpppemkdaaaa"
    "aaaabmppoamppmifdcceiopppgamppppppppppppphaabgkopppppppokdaaaaaaacfghgfdaaaaaaafffffffffffffffffffdbpppppppppppp"
    "pppppppkbpppppppppppppppppppkaffffffffnppjfffffffdaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaa"
    "aaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaa"
    "aaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppf"
    "aaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaa"
    "aaaaaaaaaamppfaaaaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaa"
    "aippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaa"
    "aaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcpppbaaaaa"
    "aaaaajppibpppdaaaaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaaaipppp"
    "pppppppmcaaaaaadlpppppppnhaaaaaaaaaabegggfcaaaaaadffdaaaaaaaaaaaaaaeffdhppnaaaaaaaaaaaaaaoppfbpppdaaaaaaaaaaaafp"
    "poaakppjaaaaaaaaaaaalppiaaeppobaaaaaaaaaacpppcaaanppfaaaaaaaaaahppmaaaaipplaaaaaaaaaanppgaaaacpppcaaaaaaaadppoba"
    "aaaalpphaaaaaaaajppkaaaaaagppnaaaaaaaboppeaaaaaaboppeaaaaaafppnaaaaaaaajppjaaaaaalpphaaaaaaaaeppobaaaacpppcaaaaa"
    "aaaanppgaaaahpplaaaaaaaaaahpplaaaanppfaaaaaaaaaacpppcaaeppobaaaaaaaaaaalppiaajppjaaaaaaaaaaaafppnaboppdaaaaaaaaa"
    "aaaaoppegppmaaaaaaaaaaaaaaippjlpphaaaaaaaaaaaaaadppppppbaaaaaaaaaaaaaaamppppkaaaaaaaaaaaaaaaagppppfaaaaaaaaaaaaa"
    "aaabpppoaaaaaaaaaeffbaaaaaaaaafffdaaaaaaaaadffdlpphaaaaaaaacpppmaaaaaaaaamppghpplaaaaaaaagppppbaaaaaaabpppcdppoa"
    "aaaaaaakppppeaaaaaaafppnaaoppdaaaaaaaopkopiaaaaaaaippjaalpphaaaaaacppglpmaaaaaaamppgaahpplaaaaaagppchppbaaaaabpp"
    "pcaadppoaaaaaakpoaeppeaaaaafppnaaaaoppdaaaaanpkaappiaaaaaippjaaaalpphaaaacppgaalpmaaaaamppgaaaahppkaaaagppdaaipp"
    "baaabpppcaaaadppoaaaakpoaaaeppeaaaeppnaaaaaaoppdaaanpkaaabppiaaaippjaaaaaalpphaacpphaaaampmaaamppgaaaaaahppkaagp"
    "pdaaaaippbabpppcaaaaaadppoaakpoaaaaafppeaeppnaaaaaaaaoppdanplaaaaabppiaippjaaaaaaaalpphcpphaaaaaampmamppfaaaaaaa"
    "ahppkgppdaaaaaajppbpppcaaaaaaaadppojpoaaaaaaafppippnaaaaaaaaaaoppoplaaaaaaabppoppjaaaaaaaaaalpppphaaaaaaaanppppf"
    "aaaaaaaaaahppppeaaaaaaaajppppcaaaaaaaaaadppppaaaaaaaaafpppnaaaaaaaaeffdaaaaaaaaaaafffcaagppnbaaaaaaaaaippnaaaalp"
    "pjaaaaaaaadpppdaaaacoppeaaaaaaanppiaaaaaagppnbaaaaaippmaaaaaaaalppjaaaadpppdaaaaaaaacoppeaabnppiaaaaaaaaaagppoba"
    "ippmaaaaaaaaaaaalppkepppdaaaaaaaaaaaacoppoppiaaaaaaaaaaaaaagppppmaaaaaaaaaaaaaaaanpppdaaaaaaaaaaaaaaafppppfaaaaa"
    "aaaaaaaaaboppppobaaaaaaaaaaaaakppklppkaaaaaaaaaaaafppobcoppfaaaaaaaaaaboppfaagppobaaaaaaaaalppkaaaalppjaaaaaaaag"
    "ppobaaaacoppeaaaaaacoppfaaaaaahppnbaaaaalppkaaaaaaaamppjaaaagppobaaaaaaaacpppeaacoppfaaaaaaaaaahppnbalppkaaaaaaa"
    "aaaaamppjafffcaaaaaaaaaaaaeffcaippnbaaaaaaaaaafppocaamppiaaaaaaaaaboppgaaadpppeaaaaaaaakppkaaaaahppnbaaaaaafppob"
    "aaaaaamppjaaaaaboppfaaaaaaacpppeaaaakppkaaaaaaaaahppnbaafppobaaaaaaaaaamppjaboppfaaaaaaaaaaacoppekppkaaaaaaaaaaa"
    "aagppoppobaaaaaaaaaaaaaalppppeaaaaaaaaaaaaaaacoppjaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaampp"
    "faaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaa"
    "aaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaabffffffffffffffffffbdppppppppppppppppppcdpppppp"
    "ppppppppppppcbfffffffffffffgppplaaaaaaaaaaaaaaalppnbaaaaaaaaaaaaaajpppdaaaaaaaaaaaaaagpppfaaaaaaaaaaaaaadpppiaaa"
    "aaaaaaaaaaabnpplaaaaaaaaaaaaaaamppnbaaaaaaaaaaaaaajppodaaaaaaaaaaaaaagpppfaaaaaaaaaaaaaaepppiaaaaaaaaaaaaaacoppl"
    "aaaaaaaaaaaaaaamppnbaaaaaaaaaaaaaakppocaaaaaaaaaaaaaahpppeaaaaaaaaaaaaaaeppphaaaaaaaaaaaaaacoppkaaaaaaaaaaaaaabm"
    "ppmbaaaaaaaaaaaaaakppocaaaaaaaaaaaaaagpppnkkkkkkkkkkkkkkfipppppppppppppppppphipppppppppppppppppphbffffffcepppppp"
    "gepppooofeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaa"
    "aeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppjaaaaeppppppgeppppppgbdddddd"
    "bffdaaaaaaaalpoaaaaaaaahppdaaaaaaacppiaaaaaaaampnaaaaaaaaippcaaaaaaadpphaaaaaaaanplaaaaaaaajppbaaaaaaaeppgaaaaaa"
    "aaopkaaaaaaaakpobaaaaaaafppfaaaaaaabppjaaaaaaaalpoaaaaaaaagppeaaaaaaacppiaaaaaaaampnaaaaaaaahppcaaaaaaadpphaaaaa"
    "aaanpmaaaaaaaajppbaaaaaaaeppgaaaaaaaaoplaaaaaaaakppbaaaaaaafppfaaaaaaabopjefffffdnppppplmooopplaaacpplaaacpplaaa"
    "cpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaacpplaaa"
    "cpplaaacpplaaacpplaaacpplaaacpplaaadpplnppppplnppppplddddddcaaaaaaaabfffaaaaaaaaaaaaaaaabnppplaaaaaaaaaaaaaabmpp"
    "pppkaaaaaaaaaaaabmppnhoppkaaaaaaaaaabmppncadoppkaaaaaaaabmppmbaaacnppkaaaaaablppkbaaaaacmppjaaaablppjaaaaaaaablp"
    "pjaaalppiaaaaaaaaaaakppiacggeaaaaaaaaaaaaafggbdkkkkkkkkkkkkkkkkdfppppppppppppppppfdiiiiiiiiiiiiiiiidbjjiaaaaaagp"
    "piaaaaaaippfaaaaaakpocaaaaaalpmaaaaaabnpjaaaaaabeeaaaacgkmnnmkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfbaaaaabkp"
    "pmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagknppppppppkaadnppppppppppplacoppnifedddfpplajppjaaaaaaad"
    "pplaopobaaaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfaaaaablppplaippohcabfnpmpplabmppppppppmdpplaabkpppppojbd"
    "pplaaaacfggebaaaaaaaffeaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaa"
    "aaaaaaaaabppmaaaaaaaaaaaaabppmaafkmnmicaaaabppmblppppppphaaabppmlpokijnpppgaabppppmcaaaaipppcabpppobaaaaaajppkab"
    "ppphaaaaaaacpppbbpppcaaaaaaaalppebppoaaaaaaaaaipphbppnaaaaaaaaahppibppmaaaaaaaaahppibppnaaaaaaaaahpphbpppaaaaaaa"
    "aakppgbpppeaaaaaaaanppcbpppkaaaaaaafppnabppppfaaaaabnpphabppoopicabfnppmaabppmfppppppppncaabppmaenpppppkbaaaaaaa"
    "aaadfgfbaaaaaaaaaachlnonlieaaaaajpppppppppjaablpppnjijlopjaajppofaaaaaafhadpppeaaaaaaaaaakppjaaaaaaaaaaaoppdaaaa"
    "aaaaaacppoaaaaaaaaaaadppnaaaaaaaaaaadppmaaaaaaaaaaacppnaaaaaaaaaaabpppbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaa"
    "boppjaaaaaaaacaaepppmfbabdgmjaaafopppppppppjaaaackpppppppleaaaaaabeghgebaaaaaaaaaaaaaaacffcaaaaaaaaaaaaahppgaaaa"
    "aaaaaaaaahppgaaaaaaaaaaaaahppgaaaaaaaaaaaaahppgaaaaaaaaaaaaahppgaaaaaaaaaaaaahppgaaaabhlnnlgbahppgaaadnppppppndh"
    "ppgaadoppokijnpojppgaampplbaaaaippppgafppnbaaaaaakpppgalppgaaaaaaacpppgaoppbaaaaaaaamppgcppnaaaaaaaaajppgdppmaaa"
    "aaaaaaippgdpplaaaaaaaaahppgcppmaaaaaaaaaippgbppoaaaaaaaaakppganppdaaaaaaaaoppgaippjaaaaaaafpppgacpppeaaaaacopppg"
    "aaippphcabfnpnppgaaakppppppppkhppgaaaahoppppohahppgaaaaaaeggebaaaaaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmji"
    "koppncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpp"
    "pooooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabe"
    "hmpfaaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdbaaaaaaaaaaceffeaaaaahoppppnaaaaippppppnaaabpppgcbbbaaafppjaa"
    "aaaaaahppgaaaaaaaaippgaaaaaciilppkiiiibeppppppppppcdllnppnllllbaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaa"
    "aaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaip"
    "pgaaaaaaaaippgaaaaaaaaabhlnnlhbaeiidaaaeoppppppndhppgaadpppojijnpojppgaanppkbaaaahppppgagppmaaaaaaajpppgalppfaaa"
    "aaaabpppgaoppbaaaaaaaalppgcppnaaaaaaaaajppgdpplaaaaaaaaaippgdpplaaaaaaaaahppgcppmaaaaaaaaajppgapppaaaaaaaaalppga"
    "mppeaaaaaaabpppgagppmaaaaaaaipppgabnppjaaaaagppppgaaepppnighmpojppgaaafoppppppoehppfaaaacinoomicaippfaaaaaaaaaaa"
    "aalppcaaaaaaaaaaaabppoaaaaaaaaaaaaakppjaaaclfbaaaackppocaaacpppnllnppppfaaaaboppppppppmeaaaaaaadgijkjhdaaaaaaffe"
    "aaaaaaaaaaaabppmaaaaaaaaaaaabppmaaaaaaaaaaaabppmaaaaaaaaaaaabppmaaaaaaaaaaaabppmaaaaaaaaaaaabppmaaaaaaaaaaaabppm"
    "aaejmnnjdaaabppmajpppppppiaabppmjppljknpppgabpppplcaaaajppnabpppmaaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaagppibppn"
    "aaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppm"
    "aaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppiffeppnppnppnffeaaaaaahihppnppnppnppnppnppnppnppnppnp"
    "pnppnppnppnppnppnppnppnaaaaffeaaaappnaaaappnaaaappnaaaaffeaaaaaaaaaaaaaaaaaahihaaaappnaaaappnaaaappnaaaappnaaaap"
    "pnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaabppmaaadppkaaakp"
    "phhmoppobjpppoeagkjgbaaaffeaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppm"
    "aaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaahiigabppmaaaaaablppmbabppmaaaaabmpplbaabppmaaaacnppjaaaabppmaaaeoppiaa"
    "aaabppmaafpppgaaaaaabppmahppoeaaaaaaabppmjppodaaaaaaaabpppppocaaaaaaaaabppooppjaaaaaaaaabppmdoppjaaaaaaaabppmado"
    "ppkaaaaaaabppmaacnppkaaaaaabppmaaacnpplbaaaabppmaaaacnpplbaaabppmaaaaabmppmbaabppmaaaaaabmppmbabppmaaaaaaabmppmb"
    "ffeppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnppnbiigaaekmnmibaaaacimnnkeaaabppmbkpppp"
    "ppodaahppppppphaabppmkpoljkoppobgppmjknpppeabppppkbaaacnppjpndaaaajppmabpppmaaaaaaepppocaaaaaboppcbpppeaaaaaaaop"
    "pjaaaaaaakppfbppoaaaaaaaamppeaaaaaaahppgbppnaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaa"
    "aaaaahpphbppmaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaaaaaa"
    "ahpphbppmaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaaaaaaahpphbppmaaaaaaaamppcaaaaaaahpp"
    "hbiigaaejmnnjdaaabppmajpppppppiaabppmjppljknpppgabpppplcaaaajppnabpppmaaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaagpp"
    "ibppnaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafpp"
    "ibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppiaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacoppplijnpp"
    "pjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmdppmaa"
    "aaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabfnppoc"
    "aaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaabiigaafkmnmicaaaabppmblppppppphaaabppmlpokijnpppgaabppppmcaa"
    "aaipppcabpppobaaaaaajppkabppphaaaaaaacpppbbpppcaaaaaaaalppebppoaaaaaaaaaipphbppnaaaaaaaaahppibppmaaaaaaaaahppibp"
    "pnaaaaaaaaahpphbpppaaaaaaaaakppgbpppeaaaaaaaanppcbpppkaaaaaaafppnabppppfaaaaabnpphabppoopicabfnppmaabppmfppppppp"
    "pncaabppmaenpppppkbaaabppmaaadfgfbaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppma"
    "aaaaaaaaaaaabkkiaaaaaaaaaaaaaaaaabhlnnlgbaeiidaaadnppppppndhppgaadoppokijnpojppgaampplbaaaaippppgafppnbaaaaaakpp"
    "pgalppgaaaaaaacpppgaoppbaaaaaaaamppgcppnaaaaaaaaajppgdppmaaaaaaaaaippgdpplaaaaaaaaahppgcppmaaaaaaaaaippgbppoaaaa"
    "aaaaakppganppdaaaaaaaaoppgaippjaaaaaaafpppgacpppeaaaaacopppgaaippphcabfnpnppgaaakppppppppkhppgaaaahoppppohahppga"
    "aaaaaeggebaahppgaaaaaaaaaaaaahppgaaaaaaaaaaaaahppgaaaaaaaaaaaaahppgaaaaaaaaaaaaahppgaaaaaaaaaaaaahppgaaaaaaaaaaa"
    "aafkkebiigaaejmnncbppmbkpppppcbppmkppmklocbppppmcaaaaabpppnbaaaaaabpppgaaaaaaabpppbaaaaaaabppnaaaaaaaabppmaaaaaa"
    "aabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaaaa"
    "achlnonmkhcaaaahppppppppppdaafpppmjiijmppdaanppfaaaaaabhcabpplaaaaaaaaaaacpplaaaaaaaaaaaaoppfaaaaaaaaaaajpppmhda"
    "aaaaaaabmpppppplgbaaaaaagmppppppogaaaaaaabeimppppfaaaaaaaaaaclppnaaaaaaaaaaabpppbaaaaaaaaaaanppbceaaaaaaaacppoae"
    "pmhdbaacgnppiaeppppppppppplaacjnpppppppngaaaaaabeghgfdaaaaaaaahhgaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaapp"
    "naaaaaabiippoiiiiigcppppppppppmcllppollllljaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaa"
    "aaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaaopoaaaaaaaaamppdaaaaaaaaippoigggfaaabnppppppmaaaabimopppmc"
    "iieaaaaaaaaeiideppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippge"
    "ppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbppoaaaaaaadpppga"
    "mpphaaaaabnpppgagpppicbcgnpmppgaalppppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaaahiibaaaaaaaaabiihakppgaaaaaaaaah"
    "ppjafpplaaaaaaaaamppdaaoppcaaaaaaadppnaaaipphaaaaaaaipphaaadppnaaaaaaaoppcaaaamppdaaaaaepplaaaaagppjaaaaakppfaaa"
    "aabppobaaabppobaaaaaakppfaaagppjaaaaaaafpplaaamppdaaaaaaaaoppcacppnaaaaaaaaaipphaipphaaaaaaaaadppnanppcaaaaaaaaa"
    "ampphpplaaaaaaaaaaagpppppfaaaaaaaaaaabppppobaaaaaaaaaaaakpppjaaaaaaeiicaaaaaafiigaaaaaabiiggpphaaaaaanpppbaaaaaf"
    "ppicpplaaaaacppppfaaaaajppfanppbaaaagppppjaaaaanppbajppeaaaakpnkpnaaaabppmaafppiaaaaopjgppbaaafppiaabppmaaadppfc"
    "ppfaaajppeaaamppbaahppbanpjaaanppaaaaippfaalpmaakpnaacpplaaaafppjaaopiaagppcagpphaaaabppnadppeaacppgakppdaaaaamp"
    "pchppbaaanpkaopoaaaaaaippglplaaaajpodppkaaaaaaeppkpphaaaafppkppgaaaaaaaoppppdaaaabpppppcaaaaaaalpppoaaaaaampppoa"
    "aaaaaaahppplaaaaaaipppkaaaaaaaadppphaaaaaaepppgaaaaaciihbaaaaaaaahiidaalppkaaaaaaajppmaaaboppgaaaaafppocaaaaeppo"
    "caaacoppfaaaaaaippmbaamppjaaaaaaaalppjaippmaaaaaaaaacoppjppocaaaaaaaaaaepppppfaaaaaaaaaaaaipppjaaaaaaaaaaaaalppp"
    "jaaaaaaaaaaaaipppppfaaaaaaaaaaeppohppocaaaaaaaaboppgajppmaaaaaaaalppkaaamppiaaaaaahppnbaaacoppeaaaaepppdaaaaafpp"
    "ocaabnppgaaaaaaajpplaalppkaaaaaaaabnppiahiibaaaaaaaaabiihakppgaaaaaaaaahppjadppmaaaaaaaaanppdaamppdaaaaaaaeppmaa"
    "agppjaaaaaaakppgaaabopobaaaaabppobaaaajppgaaaaahppjaaaaadppmaaaaanppdaaaaaalppdaaaeppmaaaaaaafppjaaakppfaaaaaaaa"
    "opobabppoaaaaaaaaaippgahppiaaaaaaaaacppmanppcaaaaaaaaaalpphpplaaaaaaaaaaaepppppfaaaaaaaaaaaanpppoaaaaaaaaaaaaahp"
    "ppiaaaaaaaaaaaaabpppcaaaaaaaaaaaaaepplaaaaaaaaaaaaaakppfaaaaaaaaaaaaacppoaaaaaaaaaaaaablpphaaaaaaaaaaflmoppnbaaa"
    "aaaaaaahppppndaaaaaaaaaaafkkigaaaaaaaaaaaciiiiiiiiiiiiidepppppppppppppgdmmmmmmmmmmpppgaaaaaaaaaagppocaaaaaaaaaep"
    "ppeaaaaaaaaadoppgaaaaaaaaacnppiaaaaaaaaabmppkaaaaaaaaaalppmaaaaaaaaaajppnbaaaaaaaaahppocaaaaaaaaafpppeaaaaaaaaad"
    "oppfaaaaaaaaacoppiaaaaaaaaabmppkaaaaaaaaaaippofeeeeeeeeecjpppppppppppppgjpppppppppppppgaaaaaaaabdefcaaaaaafmpppp"
    "faaaaafppppoofaaaaamppjcaaaaaaaappoaaaaaaaaabppmaaaaaaaaacpplaaaaaaaaacpplaaaaaaaaacpplaaaaaaaaacpplaaaaaaaaacpp"
    "laaaaaaaaaeppkaaaaaaaaahppiaaaaaaaadoppeaaaaaklnpppiaaaaaappppogaaaaaaaijlpppjaaaaaaaaacnppeaaaaaaaaahppjaaaaaaa"
    "aadpplaaaaaaaaacpplaaaaaaaaacpplaaaaaaaaacpplaaaaaaaaacpplaaaaaaaaacpplaaaaaaaaabppmaaaaaaaaaaoppbaaaaaaaaalppkd"
    "baaaaaaaeppppppfaaaaaaelppppfaaaaaaaaacddbghfoploploploploploploploploploploploploploploploploploploploploploplo"
    "ploploploploploploploplopliigfeecaaaaaaaaappppoibaaaaaaooppppkaaaaaaaabfpppcaaaaaaaaajppfaaaaaaaaahpphaaaaaaaaag"
    "pphaaaaaaaaagpphaaaaaaaaagpphaaaaaaaaagpphaaaaaaaaagpphaaaaaaaaafppjaaaaaaaaadppmaaaaaaaaaanpphaaaaaaaaadoppolke"
    "aaaaaacmppppfaaaaaeoppmjidaaaaaoppfaaaaaaaadppmaaaaaaaaafppiaaaaaaaaagpphaaaaaaaaagpphaaaaaaaaagpphaaaaaaaaagpph"
    "aaaaaaaaagpphaaaaaaaaahppgaaaaaaaaakppfaaaaaabchpppbaaaaappppppjaaaaaappppnhaaaaaaaddcbaaaaaaaaaaaaacffebaaaaaaa"
    "aaaceaagnppppplgbaaaaaagogdmpppppppppplhffinppgjpplgeeglppppppppppkbjmeaaaaaabglpppppleaaebaaaaaaaaaabdedbaaaa";
// clang-format on

}  // namespace emo::vision
