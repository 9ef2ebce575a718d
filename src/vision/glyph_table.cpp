// Made by tools/make_glyph_table.cpp from DejaVu Sans at 32 pixels. Do not edit.
// For boxes and labels on pictures, without a font at run time; figures of reports use the font itself.
#include "vision/glyph_table.hpp"

namespace emo::vision {

// clang-format off
const GlyphRange kGlyphRanges[kGlyphRangeCount] = {
    {0x20, 95, 0},
    {0xC0, 192, 95},
    {0x386, 73, 287},
    {0x400, 96, 360},
};

const Glyph kGlyphs[] = {
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
    {22, 30, 0, 30, 22, 33038},
    {22, 30, 0, 30, 22, 33698},
    {22, 30, 0, 30, 22, 34358},
    {22, 30, 0, 30, 22, 35018},
    {22, 30, 0, 30, 22, 35678},
    {22, 30, 0, 30, 22, 36338},
    {30, 24, 0, 24, 31, 36998},
    {20, 31, 1, 24, 22, 37718},
    {16, 30, 3, 30, 20, 38338},
    {16, 30, 3, 30, 20, 38818},
    {16, 30, 3, 30, 20, 39298},
    {16, 30, 3, 30, 20, 39778},
    {7, 30, 0, 30, 9, 40258},
    {7, 30, 2, 30, 9, 40468},
    {11, 30, -1, 30, 9, 40678},
    {10, 30, 0, 30, 9, 41008},
    {23, 24, 0, 24, 25, 41308},
    {18, 30, 3, 30, 24, 41860},
    {23, 31, 1, 30, 25, 42400},
    {23, 31, 1, 30, 25, 43113},
    {23, 31, 1, 30, 25, 43826},
    {23, 31, 1, 30, 25, 44539},
    {23, 31, 1, 30, 25, 45252},
    {19, 20, 4, 20, 27, 45965},
    {23, 27, 1, 25, 25, 46345},
    {19, 31, 2, 30, 23, 46966},
    {19, 31, 2, 30, 23, 47555},
    {19, 31, 2, 30, 23, 48144},
    {19, 31, 2, 30, 23, 48733},
    {21, 30, -1, 30, 20, 49322},
    {16, 24, 3, 24, 19, 49952},
    {17, 26, 2, 25, 20, 50336},
    {16, 27, 1, 26, 20, 50778},
    {16, 27, 1, 26, 20, 51210},
    {16, 27, 1, 26, 20, 51642},
    {16, 26, 1, 25, 20, 52074},
    {16, 26, 1, 25, 20, 52490},
    {16, 30, 1, 29, 20, 52906},
    {29, 19, 1, 18, 31, 53386},
    {15, 25, 1, 18, 18, 53937},
    {17, 27, 1, 26, 20, 54312},
    {17, 27, 1, 26, 20, 54771},
    {17, 27, 1, 26, 20, 55230},
    {17, 26, 1, 25, 20, 55689},
    {8, 26, -1, 26, 9, 56131},
    {8, 26, 2, 26, 9, 56339},
    {11, 26, -1, 26, 9, 56547},
    {11, 25, -1, 25, 9, 56833},
    {17, 26, 1, 25, 20, 57108},
    {16, 25, 2, 25, 20, 57550},
    {17, 27, 1, 26, 20, 57950},
    {17, 27, 1, 26, 20, 58409},
    {17, 27, 1, 26, 20, 58868},
    {17, 26, 1, 25, 20, 59327},
    {17, 26, 1, 25, 20, 59769},
    {21, 16, 3, 18, 27, 60211},
    {18, 21, 1, 19, 20, 60547},
    {16, 27, 2, 26, 20, 60925},
    {16, 27, 2, 26, 20, 61357},
    {16, 27, 2, 26, 20, 61789},
    {16, 26, 2, 25, 20, 62221},
    {18, 33, 0, 26, 19, 62637},
    {17, 32, 2, 25, 20, 63231},
    {18, 32, 0, 25, 19, 63775},
    {22, 29, 0, 29, 22, 64351},
    {16, 25, 1, 24, 20, 64989},
    {22, 31, 0, 31, 22, 65389},
    {16, 26, 1, 25, 20, 66071},
    {23, 31, 0, 24, 22, 66487},
    {17, 25, 1, 18, 20, 67200},
    {20, 31, 1, 30, 22, 67625},
    {15, 27, 1, 26, 18, 68245},
    {20, 31, 1, 30, 22, 68650},
    {15, 27, 1, 26, 18, 69270},
    {20, 31, 1, 30, 22, 69675},
    {15, 26, 1, 25, 18, 70295},
    {20, 31, 1, 30, 22, 70685},
    {15, 27, 1, 26, 18, 71305},
    {20, 30, 3, 30, 25, 71710},
    {23, 26, 1, 25, 20, 72310},
    {23, 24, 0, 24, 25, 72908},
    {19, 26, 1, 25, 20, 73460},
    {16, 29, 3, 29, 20, 73954},
    {17, 25, 1, 24, 20, 74418},
    {16, 30, 3, 30, 20, 74843},
    {17, 27, 1, 26, 20, 75323},
    {16, 30, 3, 30, 20, 75782},
    {17, 26, 1, 25, 20, 76262},
    {16, 31, 3, 24, 20, 76704},
    {17, 25, 1, 18, 20, 77200},
    {16, 30, 3, 30, 20, 77625},
    {17, 27, 1, 26, 20, 78105},
    {22, 31, 1, 30, 25, 78564},
    {17, 33, 1, 26, 20, 79246},
    {22, 31, 1, 30, 25, 79807},
    {17, 33, 1, 26, 20, 80489},
    {22, 31, 1, 30, 25, 81050},
    {17, 32, 1, 25, 20, 81732},
    {22, 32, 1, 24, 25, 82276},
    {17, 32, 1, 25, 20, 82980},
    {18, 30, 3, 30, 24, 83524},
    {19, 30, -1, 30, 20, 84064},
    {24, 24, 3, 24, 29, 84634},
    {18, 25, 1, 25, 22, 85210},
    {11, 30, -1, 30, 9, 85660},
    {11, 25, -1, 25, 9, 85990},
    {10, 29, 0, 29, 9, 86265},
    {11, 24, -1, 24, 9, 86555},
    {11, 30, -1, 30, 9, 86819},
    {11, 26, -1, 26, 9, 87149},
    {7, 31, 2, 24, 9, 87435},
    {7, 32, 2, 25, 9, 87652},
    {4, 30, 3, 30, 9, 87876},
    {3, 18, 3, 18, 9, 87996},
    {13, 31, 3, 24, 19, 88050},
    {12, 32, 3, 25, 18, 88453},
    {12, 37, -2, 30, 9, 88837},
    {11, 33, -1, 26, 9, 89281},
    {19, 32, 3, 24, 21, 89644},
    {17, 33, 2, 25, 19, 90252},
    {17, 18, 2, 18, 19, 90813},
    {15, 30, 3, 30, 18, 91119},
    {7, 30, 3, 30, 9, 91569},
    {15, 32, 3, 24, 18, 91779},
    {5, 33, 2, 25, 9, 92259},
    {15, 24, 3, 24, 18, 92424},
    {9, 25, 3, 25, 12, 92784},
    {15, 24, 3, 24, 18, 93009},
    {8, 25, 3, 25, 11, 93369},
    {19, 24, -1, 24, 18, 93569},
    {10, 25, 0, 25, 9, 94025},
    {18, 30, 3, 30, 24, 94275},
    {16, 26, 2, 26, 20, 94815},
    {18, 32, 3, 24, 24, 95231},
    {16, 26, 2, 18, 20, 95807},
    {18, 30, 3, 30, 24, 96223},
    {16, 26, 2, 26, 20, 96763},
    {20, 24, 3, 24, 26, 97179},
    {18, 31, 3, 24, 24, 97659},
    {16, 25, 2, 18, 20, 98217},
    {23, 30, 1, 29, 25, 98617},
    {17, 25, 1, 24, 20, 99307},
    {23, 31, 1, 30, 25, 99732},
    {17, 27, 1, 26, 20, 100445},
    {23, 31, 1, 30, 25, 100904},
    {17, 27, 1, 26, 20, 101617},
    {32, 24, 1, 24, 34, 102076},
    {31, 19, 1, 18, 33, 102844},
    {19, 30, 3, 30, 22, 103433},
    {13, 26, 2, 26, 13, 104003},
    {19, 32, 3, 24, 22, 104341},
    {12, 26, 2, 18, 13, 104949},
    {19, 30, 3, 30, 22, 105261},
    {12, 26, 2, 26, 13, 105831},
    {17, 31, 2, 30, 20, 106143},
    {15, 27, 1, 26, 17, 106670},
    {17, 31, 2, 30, 20, 107075},
    {15, 27, 1, 26, 17, 107602},
    {17, 31, 2, 24, 20, 108007},
    {15, 25, 1, 18, 17, 108534},
    {17, 31, 2, 30, 20, 108909},
    {15, 27, 1, 26, 17, 109436},
    {21, 31, -1, 24, 20, 109841},
    {12, 30, 0, 23, 13, 110492},
    {21, 30, -1, 30, 20, 110852},
    {12, 27, 0, 27, 13, 111482},
    {21, 24, -1, 24, 20, 111806},
    {12, 23, 0, 23, 13, 112310},
    {19, 31, 2, 30, 23, 112586},
    {16, 26, 2, 25, 20, 113175},
    {19, 30, 2, 29, 23, 113591},
    {16, 25, 2, 24, 20, 114161},
    {19, 31, 2, 30, 23, 114561},
    {16, 27, 2, 26, 20, 115150},
    {19, 31, 2, 30, 23, 115582},
    {16, 29, 2, 28, 20, 116171},
    {19, 31, 2, 30, 23, 116635},
    {16, 27, 2, 26, 20, 117224},
    {19, 31, 2, 24, 23, 117656},
    {18, 25, 2, 18, 20, 118245},
    {30, 30, 1, 30, 32, 118695},
    {24, 26, 1, 26, 26, 119595},
    {21, 30, -1, 30, 20, 120219},
    {18, 33, 0, 26, 19, 120849},
    {21, 30, -1, 30, 20, 121443},
    {20, 30, 1, 30, 22, 122073},
    {15, 26, 1, 26, 17, 122673},
    {20, 30, 1, 30, 22, 123063},
    {15, 25, 1, 25, 17, 123663},
    {20, 30, 1, 30, 22, 124038},
    {15, 26, 1, 26, 17, 124638},
    {12, 25, 0, 25, 11, 125028},
    {22, 26, 0, 26, 22, 125328},
    {4, 5, 3, 14, 10, 125900},
    {23, 26, -1, 26, 24, 125920},
    {26, 26, -1, 26, 28, 126518},
    {11, 26, -1, 26, 13, 127194},
    {17, 29, 1, 23, 19, 127480},
    {26, 27, -1, 26, 26, 127973},
    {17, 29, 1, 23, 19, 128675},
    {28, 26, -1, 26, 26, 129168},
    {26, 26, -1, 26, 26, 129896},
    {10, 32, 0, 32, 11, 130572},
    {22, 24, 0, 24, 22, 130892},
    {17, 24, 3, 24, 22, 131420},
    {15, 24, 3, 24, 18, 131828},
    {22, 24, 0, 24, 22, 132188},
    {16, 24, 3, 24, 20, 132716},
    {20, 24, 1, 24, 22, 133100},
    {18, 24, 3, 24, 24, 133580},
    {23, 25, 1, 24, 25, 134012},
    {4, 24, 3, 24, 9, 134587},
    {19, 24, 3, 24, 21, 134683},
    {22, 24, 0, 24, 22, 135139},
    {22, 24, 3, 24, 28, 135667},
    {18, 24, 3, 24, 24, 136195},
    {15, 24, 3, 24, 20, 136627},
    {23, 25, 1, 24, 25, 136987},
    {18, 24, 3, 24, 24, 137562},
    {16, 24, 3, 24, 19, 137994},
    {17, 29, 1, 23, 19, 138378},
    {16, 24, 3, 24, 20, 138871},
    {21, 24, -1, 24, 20, 139255},
    {21, 24, -1, 24, 20, 139759},
    {23, 24, 1, 24, 25, 140263},
    {21, 24, 0, 24, 22, 140815},
    {23, 24, 1, 24, 25, 141319},
    {23, 24, 1, 24, 24, 141871},
    {10, 30, 0, 30, 9, 142423},
    {21, 30, -1, 30, 20, 142723},
    {19, 27, 1, 26, 21, 143353},
    {14, 27, 2, 26, 17, 143866},
    {16, 33, 2, 26, 20, 144244},
    {9, 26, 2, 26, 11, 144772},
    {15, 33, 2, 32, 19, 145006},
    {19, 19, 1, 18, 21, 145501},
    {16, 32, 3, 25, 20, 145862},
    {18, 25, 0, 18, 19, 146374},
    {17, 25, 1, 24, 20, 146824},
    {14, 19, 2, 18, 17, 147249},
    {15, 32, 1, 25, 17, 147515},
    {16, 25, 2, 18, 20, 147995},
    {17, 26, 1, 25, 20, 148395},
    {8, 18, 2, 18, 11, 148837},
    {17, 18, 2, 18, 19, 148981},
    {18, 25, 0, 25, 19, 149287},
    {18, 25, 2, 18, 20, 149737},
    {16, 18, 1, 18, 18, 150187},
    {16, 32, 1, 25, 18, 150475},
    {17, 19, 1, 18, 20, 150987},
    {18, 19, 1, 18, 19, 151310},
    {17, 25, 2, 18, 20, 151652},
    {15, 25, 1, 18, 19, 152077},
    {19, 19, 1, 18, 20, 152452},
    {17, 18, 1, 18, 19, 152813},
    {15, 19, 2, 18, 19, 153119},
    {19, 25, 1, 18, 21, 153404},
    {18, 25, 0, 18, 18, 153879},
    {19, 25, 1, 18, 21, 154329},
    {23, 19, 2, 18, 27, 154804},
    {10, 25, 0, 25, 11, 155241},
    {15, 26, 2, 25, 19, 155491},
    {17, 27, 1, 26, 20, 155881},
    {15, 27, 2, 26, 19, 156340},
    {23, 27, 2, 26, 27, 156745},
    {16, 30, 3, 30, 20, 157366},
    {16, 30, 3, 30, 20, 157846},
    {24, 31, -1, 24, 25, 158326},
    {15, 30, 3, 30, 20, 159070},
    {20, 25, 1, 24, 22, 159520},
    {17, 25, 2, 24, 20, 160020},
    {4, 24, 3, 24, 9, 160445},
    {10, 30, 0, 30, 9, 160541},
    {9, 31, -2, 24, 9, 160841},
    {32, 24, 1, 24, 35, 161120},
    {29, 24, 3, 24, 33, 161888},
    {24, 24, -1, 24, 25, 162584},
    {20, 30, 3, 30, 23, 163160},
    {18, 30, 3, 30, 24, 163760},
    {19, 30, 0, 30, 20, 164300},
    {18, 30, 3, 24, 24, 164870},
    {22, 24, 0, 24, 22, 165410},
    {17, 24, 3, 24, 22, 165938},
    {17, 24, 3, 24, 22, 166346},
    {15, 24, 3, 24, 20, 166754},
    {23, 30, 1, 24, 25, 167114},
    {16, 24, 3, 24, 20, 167804},
    {34, 24, 0, 24, 34, 168188},
    {17, 25, 2, 24, 21, 169004},
    {18, 24, 3, 24, 24, 169429},
    {18, 30, 3, 30, 24, 169861},
    {20, 24, 3, 24, 23, 170401},
    {20, 24, 1, 24, 24, 170881},
    {22, 24, 3, 24, 28, 171361},
    {18, 24, 3, 24, 24, 171889},
    {23, 25, 1, 24, 25, 172321},
    {18, 24, 3, 24, 24, 172896},
    {16, 24, 3, 24, 19, 173328},
    {20, 25, 1, 24, 22, 173712},
    {21, 24, -1, 24, 20, 174212},
    {19, 24, 0, 24, 20, 174716},
    {25, 24, 1, 24, 28, 175172},
    {21, 24, 0, 24, 22, 175772},
    {21, 30, 3, 24, 25, 176276},
    {17, 24, 2, 24, 22, 176906},
    {29, 24, 3, 24, 34, 177314},
    {31, 30, 3, 24, 35, 178010},
    {25, 24, 0, 24, 27, 178940},
    {23, 24, 3, 24, 28, 179540},
    {17, 24, 3, 24, 22, 180092},
    {20, 25, 1, 24, 22, 180500},
    {30, 25, 3, 24, 35, 181000},
    {18, 24, 2, 24, 22, 181750},
    {16, 19, 1, 18, 20, 182182},
    {17, 26, 1, 25, 20, 182486},
    {15, 18, 2, 18, 19, 182928},
    {14, 18, 2, 18, 17, 183198},
    {20, 23, 1, 18, 22, 183450},
    {17, 19, 1, 18, 20, 183910},
    {27, 18, 1, 18, 29, 184233},
    {14, 19, 2, 18, 17, 184719},
    {16, 18, 2, 18, 21, 184985},
    {16, 25, 2, 25, 21, 185273},
    {17, 18, 2, 18, 19, 185673},
    {17, 18, 1, 18, 20, 185979},
    {20, 18, 2, 18, 24, 186285},
    {17, 18, 2, 18, 21, 186645},
    {17, 19, 1, 18, 20, 186951},
    {17, 18, 2, 18, 21, 187274},
    {17, 25, 2, 18, 20, 187580},
    {15, 19, 1, 18, 18, 188005},
    {18, 18, 0, 18, 19, 188290},
    {18, 25, 0, 18, 19, 188614},
    {25, 31, 1, 24, 27, 189064},
    {18, 18, 0, 18, 19, 189839},
    {19, 23, 2, 18, 22, 190163},
    {14, 18, 2, 18, 19, 190600},
    {25, 18, 2, 18, 29, 190852},
    {27, 23, 2, 18, 30, 191302},
    {21, 18, 0, 18, 23, 191923},
    {21, 18, 2, 18, 25, 192301},
    {15, 18, 2, 18, 19, 192679},
    {15, 19, 1, 18, 18, 192949},
    {23, 19, 3, 18, 27, 193234},
    {16, 18, 1, 18, 19, 193671},
    {17, 27, 1, 26, 20, 193959},
    {17, 26, 1, 25, 20, 194418},
    {19, 32, 0, 25, 20, 194860},
    {14, 26, 2, 26, 17, 195468},
    {15, 19, 1, 18, 18, 195832},
    {15, 19, 1, 18, 17, 196117},
    {3, 25, 3, 25, 9, 196402},
    {11, 25, -1, 25, 9, 196477},
    {7, 32, -1, 25, 9, 196752},
    {26, 18, 1, 18, 29, 196976},
    {25, 18, 2, 18, 29, 197444},
    {19, 25, 0, 25, 21, 197894},
    {17, 26, 2, 26, 19, 198369},
    {16, 26, 2, 26, 21, 198811},
    {18, 32, 0, 25, 19, 199227},
    {17, 23, 2, 18, 21, 199803},
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
    "aaaceaagnppppplgbaaaaaagogdmpppppppppplhffinppgjpplgeeglppppppppppkbjmeaaaaaabglpppppleaaebaaaaaaaaaabdedbaaaaaa"
    "aaaaagkkdaaaaaaaaaaaaaaaaaabmpnbaaaaaaaaaaaaaaaaaabnpkaaaaaaaaaaaaaaaaaaadopgaaaaaaaaaaaaaaaaaaadhgaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaeffeaaaaaaaaaaaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaa"
    "afppkmppdaaaaaaaaaaaaaakppfgppjaaaaaaaaaaaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadpp"
    "maaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaa"
    "aaaacppobaaaaaaippnjjjjjjjjoppgaaaaaanppppppppppppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaa"
    "aaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaaaaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanpphaaaaaaaaaaafkk"
    "eaaaaaaaaaaaaaaaaacopkaaaaaaaaaaaaaaaaaampmaaaaaaaaaaaaaaaaaaipnbaaaaaaaaaaaaaaaaabhhcaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaeffeaaaaaaaaaaaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaa"
    "aaaaaaaaaaakppfgppjaaaaaaaaaaaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaa"
    "aaaaaaajpphaaaajpphaaaaaaaaaboppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaa"
    "aaaippnjjjjjjjjoppgaaaaaanppppppppppppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaag"
    "ppmaaaaaaaaaaaanppeaampphaaaaaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanpphaaaaaaaaaillhaaaaaaaaaaaaa"
    "aaaahpoppfaaaaaaaaaaaaaaaepodfpodaaaaaaaaaaaaacopeaafpnbaaaaaaaaaaaaeheaaaafheaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaeffeaaaaaaaaaaaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaak"
    "ppfgppjaaaaaaaaaaaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajppha"
    "aaajpphaaaaaaaaaboppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjj"
    "jjjoppgaaaaaanppppppppppppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaa"
    "aaanppeaampphaaaaaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanpphaaaaaaadggbaaaghaaaaaaaaaaaagpppoibcpo"
    "aaaaaaaaaaaaopiioppppiaaaaaaaaaaacolaacjnniaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffeaaaaa"
    "aaaaaaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfgppjaaaaa"
    "aaaaaaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajpphaaaajpphaaaaa"
    "aaaaboppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjjjjjoppgaaaaa"
    "anppppppppppppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampp"
    "haaaaaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanpphaaaaaacddcaacddcaaaaaaaaaaaalpphaajppjaaaaaaaaaaaa"
    "lpphaajppjaaaaaaaaaaaakoohaaiooiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffeaaaaaaaaaaaaaaaaa"
    "cppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfgppjaaaaaaaaaaaaabppo"
    "abppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaa"
    "adppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjjjjjoppgaaaaaanpppppppppp"
    "ppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaaaaaaaaaa"
    "aippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanpphaaaaaaaabhkkgaaaaaaaaaaaaaaaacnppppmbaaaaaaaaaaaaaamplffmpkaaa"
    "aaaaaaaaaadpnaaabopbaaaaaaaaaaaafpjaaaalpdaaaaaaaaaaaadpmaaaanpcaaaaaaaaaaaaanpjcckplaaaaaaaaaaaaaadoppppncaaaaa"
    "aaaaaaaaaajpppphaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfhppjaaaaaaaaaaaaabppoabppoaaaaaaa"
    "aaaaaahppjaalppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppnaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaadppnaaaaaaa"
    "aafpplaaaaaanppeaaaaaaaalppgaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippojjjjjjjjoppgaaaaaanppppppppppppppmaaaaaep"
    "pppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaaaaaaaaaaaippkadpppca"
    "aaaaaaaaaaadpppbipplaaaaaaaaaaaaaanpphaaaaaaaaabffffffffffffffffffeaaaaaaaaaahppppppppppppppppppmaaaaaaaaaanpppp"
    "ppppppppppppppmaaaaaaaaaeppnccopphffffffffffeaaaaaaaaalpphaaoppeaaaaaaaaaaaaaaaaaaacpppbaaoppeaaaaaaaaaaaaaaaaaa"
    "aippkaaaoppeaaaaaaaaaaaaaaaaaaboppdaaaoppeaaaaaaaaaaaaaaaaaagppmaaaaoppeaaaaaaaaaaaaaaaaaamppgaaaaoppeaaaaaaaaaa"
    "aaaaaaadppobaaaaoppmmmmmmmmmmmeaaaaaakppiaaaaaopppppppppppppfaaaaabpppcaaaaaopponnnnnnnnnnfaaaaahpplaaaaaaoppeaa"
    "aaaaaaaaaaaaaanppeaaaaaaoppeaaaaaaaaaaaaaaafpppjjjjjjjpppeaaaaaaaaaaaaaaalpppppppppppppeaaaaaaaaaaaaaacppppppppp"
    "pppppeaaaaaaaaaaaaaajppjaaaaaaaaoppeaaaaaaaaaaaaaboppdaaaaaaaaoppeaaaaaaaaaaaaagppmaaaaaaaaaoppeaaaaaaaaaaaaampp"
    "gaaaaaaaaaopplkkkkkkkkkkkbeppoaaaaaaaaaaoppppppppppppppckppiaaaaaaaaaaoppppppppppppppcaaaaaaaadhjklkifbaaaaaaaaa"
    "hopppppppppkdaaaaacnppppponopppppgaaadopppkeaaaabglppjaabnppodaaaaaaaaaenjaajppodaaaaaaaaaaabfabppphaaaaaaaaaaaa"
    "aaahppobaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaadpppcaaaaa"
    "aaaaaaaaaacpppdaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaanpphaaaaaaaaaaaaaaaakpplaaaaaaaaaaaaaaaagpppcaaaaaaaaaaaaaaaa"
    "oppjaaaaaaaaaaaaaaaagpppgaaaaaaaaaaaeiaaakpppibaaaaaaabipjaaablpppoifdcegkoppjaaaaajppppppppppppmdaaaaaackoppppp"
    "pplfaaaaaaaaaaadfopmebaaaaaaaaaaaaaaaanpcaaaaaaaaaaaaaaaaaipiaaaaaaaaaaaaabaaalpkaaaaaaaaaaaaalnmnpphaaaaaaaaaaa"
    "aakppppjaaaaaaaaaaaaaaabccaaaaaaaaaaabkkiaaaaaaaaaaaaafpphaaaaaaaaaaaaahppdaaaaaaaaaaaaajpnbaaaaaaaaaaaaaghdaaaa"
    "aaaaaaaaaaaaaaaaaaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnn"
    "fanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdaaaaaaaajkjaaaaaaaaaaaaippeaaaaaaaaaaaeppfaaaa"
    "aaaaaaacophaaaaaaaaaaaaehgaaaaaaaaaaaaaaaaaaaaaaaaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffff"
    "eanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmm"
    "fanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdaaaaadlllcaaaa"
    "aaaaaabnpopnbaaaaaaaaalpkblpkaaaaaaaaiplaabmphaaaaaabhhbaaabhhaaaaaaaaaaaaaaaaaaaaefffffffffffffeanppppppppppppp"
    "nanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpplkkkkkkkkkkkcnppppppppppppp"
    "pdnppppppppppppppdaabdddaaadddaaaaaadpppaabpppcaaaaadpppaabpppcaaaaacoooaabooocaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdaikkbaaacoplaaaadpphaaaafppdaaaafhfaaaaaaaaaaeffbaaanppeaaanpp"
    "eaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanpp"
    "eaaanppeaaanppeaaanppeaaanppeaaanppeaaahkkcaaepphaacopjaaalplaaachhbaaaaaaaaaaaeffbaaanppeaaanppeaaanppeaaanppea"
    "aanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppea"
    "aanppeaaanppeaaanppeaaaaabkllfaaaaaakpopodaaaahpnbhpnbaaepncaaiplaaghcaaaaghcaaaaaaaaaaaaaaaeffbaaaaaaanppeaaaaa"
    "aanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaa"
    "nppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanp"
    "peaaaaaaanppeaaadddbaadddboppeaamppgoppeaamppgnooeaaloofaaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaanppeaaaaaanppeaaaaaanpp"
    "eaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppea"
    "aaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaadffffffeddbaaaaaa"
    "aaaaaalppppppppppnkeaaaaaaaaalpppppppppppppnfaaaaaaalppjeeeefgjnppppkaaaaaalpphaaaaaaaaempppjaaaaalpphaaaaaaaaaa"
    "kpppfaaaalpphaaaaaaaaaabmppmaaaalpphaaaaaaaaaaafpppdaaalpphaaaaaaaaaaaaopphaaalpphaaaaaaaaaaaalppkcddlppjddddcaa"
    "aaaaaippmnpppppppppplaaaaaaahppnnpppppppppplaaaaaaahppnbbblppibbbbbaaaaaaaippmaaalpphaaaaaaaaaaaajpplaaalpphaaaa"
    "aaaaaaaamppjaaalpphaaaaaaaaaaabpppfaaalpphaaaaaaaaaaahpppcaaalpphaaaaaaaaaacoppkaaaalpphaaaaaaaaadnppocaaaalppha"
    "aaaaaadjppppfaaaaalppmjjjjkloppppofaaaaaalppppppppppppojbaaaaaaalppppppoonlifaaaaaaaaaaaacggbaaaghbaaaaaaafppppi"
    "bcpoaaaaaaaaopiioppppjaaaaaaacomaabinnjbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaefffcaaaaaaaaabffenpppmaaaaaaaaa"
    "eppmnppppfaaaaaaaaeppmnppppnaaaaaaaaeppmnppoppgaaaaaaaeppmnpphppobaaaaaaeppmnppdlpphaaaaaaeppmnppddppobaaaaaeppm"
    "nppdakppiaaaaaeppmnppdacppocaaaaeppmnppdaajppjaaaaeppmnppdaacpppcaaaeppmnppdaaaippkaaaeppmnppdaaaboppdaaeppmnppd"
    "aaaahpplaaeppmnppdaaaaboppeaeppmnppdaaaaagppmaeppmnppdaaaaaanppfeppmnppdaaaaaagppmeppmnppdaaaaaaamppkppmnppdaaaa"
    "aaafpppppmnppdaaaaaaaamppppmnppdaaaaaaaaeppppmnppdaaaaaaaaalpppmaaaaaaaajkjaaaaaaaaaaaaaaaaaaaadopjaaaaaaaaaaaaa"
    "aaaaaaafppfaaaaaaaaaaaaaaaaaaaahpocaaaaaaaaaaaaaaaaaaaafheaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabfiklkjgbaaaaaa"
    "aaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnp"
    "pmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaa"
    "aabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaa"
    "aaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaa"
    "aaaaaeoppnbaaaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaaaaaaaaaaaaa"
    "aaaaaikkbaaaaaaaaaaaaaaaaaagppfaaaaaaaaaaaaaaaaaadpphaaaaaaaaaaaaaaaaaabnpjaaaaaaaaaaaaaaaaaaadhgaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaa"
    "abnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahpp"
    "oaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaa"
    "apppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaa"
    "aahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmcaaaaaaaaaaelpppp"
    "pppmgaaaaaaaaaaaaaabefggebaaaaaaaaaaaaaaaaacklleaaaaaaaaaaaaaaaaaampopocaaaaaaaaaaaaaaaajpmbjpmaaaaaaaaaaaaaaagp"
    "mbaakpjaaaaaaaaaaaaaaghcaaaaghbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaado"
    "pppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahp"
    "pobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppf"
    "dpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaip"
    "pnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpp"
    "podaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaaaaaaaaaaaaaaegeaaabhfaaaaaaaaaaaaakpppnfa"
    "hpjaaaaaaaaaaaaepnglpppppdaaaaaaaaaaaahohaaelomfaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabfik"
    "lkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppoca"
    "aaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppe"
    "aaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppean"
    "pphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppka"
    "aaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaa"
    "aaaaaaaaaaadddaaadddbaaaaaaaaaaaaapppcaaoppeaaaaaaaaaaaaapppcaaoppeaaaaaaaaaaaaaooocaanooeaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaa"
    "bgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaa"
    "aaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaa"
    "aaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaop"
    "pjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmcaaaaa"
    "aaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaaaaaaaaaaaaaaaaaaaaaaaaaaflbaaaaaaaaaaacmdaepplbaaaaaaaaacnpocbnpplbaaaa"
    "aaacnpplaabnpplbaaaaacnpplaaaabnpplbaaacnpplaaaaaabnpplbacnpplaaaaaaaacnppldnpplbaaaaaaaaacnppppplbaaaaaaaaaaacn"
    "ppplbaaaaaaaaaaaacnppplbaaaaaaaaaaacnppppplbaaaaaaaaacnpplcnpplbaaaaaaacnpplaabnpplbaaaaacnpplaaaabnpplbaaacnppl"
    "aaaaaabnpplbacnpplaaaaaaaabnpplbepplaaaaaaaaaabnpocaekaaaaaaaaaaaabldaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabba"
    "aaaaaaabfiklkjfbaaaalncaaaaabipppppppppjcajpodaaaadopppponoppppojppfaaaadoppoicaaabhopppphaaaabnppncaaaaaaabmppp"
    "daaaajppocaaaaaaaabnpppmaaabppphaaaaaaaabmpopppeaahppobaaaaaaaakpocmppkaalppjaaaaaaaaippeahppoaaoppgaaaaaaagppga"
    "adpppcbpppeaaaaaaeppiaaabpppecpppdaaaaacoplaaaaapppfdpppcaaaabnpmbaaaaaoppgcpppdaaaalpocaaaaaapppfbpppeaaajpodaa"
    "aaaabpppeanppgaahppfaaaaaaaepppbakppkafpphaaaaaaaaippnaagpppeopjaaaaaaaaanppiaaaopppplaaaaaaaaahpppcaaagpppnbaaa"
    "aaaaadoppkaaaaaoppphaaaaaaaeoppnbaaaaipppppmhdcdflpppodaaaagpphkpppppppppppmcaaaacppiaaelpppppppmgaaaaaaahkaaaaa"
    "beghgebaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaikkbaaaaaaaaaaaaaaacopkaaaaaaaaaaaaaaaaepphaaaaaaaaaaaaaaaafppdaaaaa"
    "aaaaaaaaaaafhfaaaaaaaaaaaaaaaaaaaaaaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaa"
    "ippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaa"
    "aaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaa"
    "aaaaippjcpppbaaaaaaaaaajppibpppdaaaaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgd"
    "ccfjpppmaaaaaipppppppppppmcaaaaaadlpppppppnhaaaaaaaaaabegggfcaaaaaaaaaaaaaaaahkkcaaaaaaaaaaaaaaepphaaaaaaaaaaaaa"
    "acopjaaaaaaaaaaaaaaalplaaaaaaaaaaaaaaachhbaaaaaaaaaaaaaaaaaaaaaaaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoa"
    "aaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpp"
    "oaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkd"
    "ppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcpppbaaaaaaaaaajppibpppdaaaaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppo"
    "aacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaaaipppppppppppmcaaaaaadlpppppppnhaaaaaaaaaabegggfcaaaaaaaaaaaaabkllfaaaa"
    "aaaaaaaaaakpopodaaaaaaaaaaaahpnbipnbaaaaaaaaaaepncaajplaaaaaaaaaaghcaaaaghcaaaaaaaaaaaaaaaaaaaaaaabfffaaaaaaaaaa"
    "adffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaa"
    "aaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaa"
    "aaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcpppbaaaaaaaaaajppibpppdaaaaaaaaaampphampphaaa"
    "aaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaaaipppppppppppmcaaaaaadlpppppppnhaaaaaaaaaa"
    "begggfcaaaaaaaaaaadddbaadddbaaaaaaaaaoppeaamppfaaaaaaaaaoppeaamppfaaaaaaaaanooeaamoofaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdp"
    "poaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippk"
    "dppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcpppbaaaaaaaaaajp"
    "pibpppdaaaaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaaaippppppppppp"
    "mcaaaaaadlpppppppnhaaaaaaaaaabegggfcaaaaaaaaaaaaaaaaagkkdaaaaaaaaaaaaaaaadppiaaaaaaaaaaaaaaaabnpkaaaaaaaaaaaaaaa"
    "aakpmaaaaaaaaaaaaaaaaachhbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafffcaaaaaaaaaaaaeffcaippnbaaaaaaaaaafppocaamppiaaaaaaaa"
    "aboppgaaadpppeaaaaaaaakppkaaaaahppnbaaaaaafppobaaaaaamppjaaaaaboppfaaaaaaacpppeaaaakppkaaaaaaaaahppnbaafppobaaaa"
    "aaaaaamppjaboppfaaaaaaaaaaacoppekppkaaaaaaaaaaaaagppoppobaaaaaaaaaaaaaalppppeaaaaaaaaaaaaaaacoppjaaaaaaaaaaaaaaa"
    "aamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfa"
    "aaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaa"
    "effbaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpphddddcaaaaaaanpppppppppmhbaaanpppppppppppndaa"
    "nppjggggimpppobanppeaaaaaagpppianppeaaaaaaakppoanppeaaaaaaaepppbnppeaaaaaaacpppdnppeaaaaaaadpppcnppeaaaaaaagpppb"
    "nppeaaaaaabnpplanppeaaaaaenpppfanpponnnnpppppjaanppppppppppogaaanppmllllkifaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaa"
    "nppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaaaaaaaadeedaaaaaaaaaackpppppoibaaaaaafoppppppppnbaaaacoppleccfmpp"
    "laaaajppkaaaaaamppdaaaoppcaaaaaafpphaabppnaaaaaacippkaabppmaaaabkpppojaabppmaaabnppjdaaaabppmaaajppgaaaaaabppmaa"
    "aopnaaaaaaabppmaaappmaaaaaaabppmaaaoppdaaaaaabppmaaajppoeaaaaabppmaaabnpppjbaaabppmaaaacmpppndaabppmaaaaaagopppe"
    "abppmaaaaaaablppobbppmaaaaaaaaalpphbppmaaaaaaaaafppjbppmaaaaaaaaafppjbppmaaaaaaaaajpphbppmafjfcaacipppcbppmagppp"
    "ppppppgabppmaeoppppppmfaaaaaaaaadfggfcaaaaaaahjjcaaaaaaaaaaaadopmaaaaaaaaaaaaaeppjaaaaaaaaaaaaagppfaaaaaaaaaaaaa"
    "hpocaaaaaaaaaaaaajpmbaaaaaaaaaaaaaeebaaaaaaaaaaaaaaaaaaaaaaaacgkmnnmkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfba"
    "aaaabkppmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagknppppppppkaadnppppppppppplacoppnifedddfpplajppja"
    "aaaaaadpplaopobaaaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfaaaaablppplaippohcabfnpmpplabmppppppppmdpplaabkpp"
    "pppojbdpplaaaacfggebaaaaaaaaaaaaaaaahjjdaaaaaaaaaaafppjaaaaaaaaaaacoplaaaaaaaaaaaampmbaaaaaaaaaaajpncaaaaaaaaaaa"
    "fpodaaaaaaaaaaaadecaaaaaaaaaaaaaaaaaaaaaaaaaacgkmnnmkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfbaaaaabkppmaaaaaaa"
    "aaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagknppppppppkaadnppppppppppplacoppnifedddfpplajppjaaaaaaadpplaopoba"
    "aaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfaaaaablppplaippohcabfnpmpplabmppppppppmdpplaabkpppppojbdpplaaaacf"
    "ggebaaaaaaaaaaaabjjgaaaaaaaaaaaajpppdaaaaaaaaaaeppmpmaaaaaaaaabnpibnphaaaaaaaaiplaadpocaaaaaadpocaaahplaaaaaadec"
    "aaaaaeebaaaaaaaaaaaaaaaaaaaaacgkmnnmkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfbaaaaabkppmaaaaaaaaaaaaalppdaaaaaa"
    "aaaaaafpphaaaaaaaaabbbdppjaaaagknppppppppkaadnppppppppppplacoppnifedddfpplajppjaaaaaaadpplaopobaaaaaaafpplbppmaa"
    "aaaaaajpplappoaaaaaaacopplanppfaaaaablppplaippohcabfnpmpplabmppppppppmdpplaabkpppppojbdpplaaaacfggebaaaaaaaaaael"
    "mhaaahnfaaaaacpppplbakpeaaaaaipjenpmipobaaaaalpdabmppphaaaaaahibaaafieaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaacgk"
    "mnnmkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfbaaaaabkppmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagk"
    "nppppppppkaadnppppppppppplacoppnifedddfpplajppjaaaaaaadpplaopobaaaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfa"
    "aaaablppplaippohcabfnpmpplabmppppppppmdpplaabkpppppojbdpplaaaacfggebaaaaaaaaabeedaabeedaaaaaafppmaaeppoaaaaaafpp"
    "maaeppoaaaaaafoolaadoonaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaacgkmnnmkgaaaaaakpppppppppneaaaamppm"
    "jiikopppdaaajfbaaaaabkppmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagknppppppppkaadnppppppppppplacoppn"
    "ifedddfpplajppjaaaaaaadpplaopobaaaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfaaaaablppplaippohcabfnpmpplabmppp"
    "pppppmdpplaabkpppppojbdpplaaaacfggebaaaaaaaaaaaaaabaaaaaaaaaaaackppohaaaaaaaaacoponppjaaaaaaaakpkbadopdaaaaaaaop"
    "baaahphaaaaaaapoaaaagpiaaaaaaampfaaampfaaaaaaafppjhmpnaaaaaaaaahppppncaaaaaaaaaacgheaaaaaaaaaaaaaaaaaaaaaaaaacgk"
    "mnnmkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfbaaaaabkppmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagk"
    "nppppppppkaadnppppppppppplacoppnifedddfpplajppjaaaaaaadpplaopobaaaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfa"
    "aaaablppplaippohcabfnpmpplabmppppppppmdpplaabkpppppojbdpplaaaacfggebaaaaaaaaacgkmnnmkfaaaaadimnnmidaaaaaakpppppp"
    "pppneabkppppppppjaaaaamppmjiikoppofnpppliilppplaaaajfbaaaaabkpppppkbaaaacnpphaaaaaaaaaaaaalppplaaaaaaacopobaaaaa"
    "aaaaaaafpppcaaaaaaaaippfaaaaaaaaabbbdppmaaaaaaaaaeppiaaaagknppppppppleeeffffffhppkaadnppppppppppppppppppppppppla"
    "coppnifedddfpppooooooooooookajppjaaaaaaadppjaaaaaaaaaaaaaaopobaaaaaaafpplaaaaaaaaaaaaabppmaaaaaaaajpppbaaaaaaaaa"
    "aaaappoaaaaaaacopppiaaaaaaaaaaaaanppfaaaaablpopppgaaaaaaaaafbaippohcabfnppegpppkebaabeinpbabmpppppppppgaahpppppp"
    "ppppppbaabjppppppldaaaadkoppppppokfaaaaabfggfcaaaaaaaabefggfdaaaaaaaaachlnonlieaaaaajpppppppppjaablpppnjijlopjaa"
    "jppofaaaaaafhadpppeaaaaaaaaaakppjaaaaaaaaaaaoppdaaaaaaaaaacppoaaaaaaaaaaadppnaaaaaaaaaaadppmaaaaaaaaaaacppnaaaaa"
    "aaaaaabpppbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaacaaepppmfbabdgmjaaafopppppppppjaaaackppppppplea"
    "aaaaabehppfbaaaaaaaaaaagpkaaaaaaaaaaaaappbaaaaaaabbaadppdaaaaaaadommppobaaaaaaadopppneaaaaaaaaaaccbaaaaaaaaaijjb"
    "aaaaaaaaaaaaaepplaaaaaaaaaaaaaafpphaaaaaaaaaaaaaahppeaaaaaaaaaaaaaajpobaaaaaaaaaaaaaalplaaaaaaaaaaaaaabeebaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaa"
    "aaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaampp"
    "faaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdb"
    "aaaaaaaaaaaaaaijjcaaaaaaaaaaaahppiaaaaaaaaaaaadppkaaaaaaaaaaaabnplaaaaaaaaaaaaalpnbaaaaaaaaaaaahpocaaaaaaaaaaaaa"
    "eecaaaaaaaaaaaaaaaaaaaaaaaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaaamppd"
    "ajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppaaaaaa"
    "aaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabioppppppplgbaaa"
    "aaaadfggfdbaaaaaaaaaacjjfaaaaaaaaaaaaakppocaaaaaaaaaaafpompkaaaaaaaaaabopgcopfaaaaaaaaakpkaafpobaaaaaaafpnbaaajp"
    "kaaaaaaadecaaaaaeeaaaaaaaaaaaaaaaaaaaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppob"
    "aaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaa"
    "abpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabiopp"
    "ppppplgbaaaaaaadfggfdbaaaaaaaceedaabeedaaaaaaahpplaafppmaaaaaaahpplaafppmaaaaaaagookaafoolaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaa"
    "amppdajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppa"
    "aaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabiopppppppl"
    "gbaaaaaaadfggfdbaaagjjeaaaabnpobaaaacoplaaaaadppiaaaaafppeaaaaahpocaaaaadecaaaaaaaaaaaahihaaaaappnaaaaappnaaaaap"
    "pnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaap"
    "pnaaaaafjjeaaadpplaaabnpnbaaakpocaaagpodaaadppfaaaadedaaaaaaaaaaaaaahihaaaaappnaaaaappnaaaaappnaaaaappnaaaaappna"
    "aaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaaaaaijhaaaaaa"
    "agpppfaaaaacopmpobaaaalpkalpjaaagpnbacopeabopdaaafpnbcedaaaaaeebaaaaaaaaaaaaaaahihaaaaaaaappnaaaaaaaappnaaaaaaaa"
    "ppnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaapp"
    "naaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaabeeeaaaeeeadpppaabpppbdpppaabpppbdoonaabooobaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaahihaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaa"
    "aaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaafffdaaaa"
    "aaaaaaaaagppodaaabgiaaaaaaaippndglppoaaaaaaaakppppojeaaaaaabglppppmaaaaaaaahppojfnppjaaaaaaaejeaaacopphaaaaaaaaa"
    "aabceoppfaaaaaaabinppppppodaaaaaeopppppppppmaaaaepppnhedfioppgaabnppjaaaaaagppnaahppmaaaaaaaaoppdamppfaaaaaaaajp"
    "phbpppbaaaaaaaagppkcppnaaaaaaaaaeppldppmaaaaaaaaaeppmdppnaaaaaaaaaepplbppoaaaaaaaaagppkanppeaaaaaaaakpphaippkaaa"
    "aaaacpppcacpppgaaaaablppkaaagpppjdabfmppobaaaaipppppppppndaaaaaaemppppppjbaaaaaaaaacfggebaaaaaaaaadlmibaagngaaaa"
    "abopppmbajpgaaaaahpkdmpniopcaaaaakpeablpppjaaaaaagicaaafifaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabiigaaejmnnjdaaabp"
    "pmajpppppppiaabppmjppljknpppgabpppplcaaaajppnabpppmaaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaagppibppnaaaaaaaafppibp"
    "pmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibp"
    "pmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppiaaadjjhaaaaaaaaaaaaaajppfaaaaaaaaaaaaaalpocaaaaaaaaaaaaabmpmbaaaaa"
    "aaaaaaaabnpjaaaaaaaaaaaaaadopgaaaaaaaaaaaaaacedaaaaaaaaaaaaaaaaaaaaaaaaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacopppl"
    "ijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmd"
    "ppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabf"
    "nppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaaaaaaaacjjhaaaaaaaaaaaaampodaaaaaaaaaaaajppeaaaaaaaa"
    "aaaafppgaaaaaaaaaaaacopiaaaaaaaaaaaaampkaaaaaaaaaaaaabeeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafjmnnlhcaaaaaaacmppppppppi"
    "aaaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaa"
    "aaaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaabmppka"
    "aahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaaaaafjjbaaaaaaaaaaaacoppkaaaaaaaaaaaalpmp"
    "pfaaaaaaaaaagpochpobaaaaaaaabopeaakpjaaaaaaaakpiaaabnpeaaaaaaaeeaaaaacedaaaaaaaaaaaaaaaaaaaaaaaaafjmnnlhcaaaaaaa"
    "cmppppppppiaaaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaa"
    "fppldppnaaaaaaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppg"
    "aaaaabmppkaaahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaabjmkdaaanmaaaaaaajppppfadpmaa"
    "aaaabpoehppjmpiaaaaaaeplaagpppobaaaaaadifaaachhbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafjmnnlhcaaaaaaacmpppp"
    "ppppiaaaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldp"
    "pnaaaaaaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaab"
    "mppkaaahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaadeebaadeecaaaaaaanppfaalpphaaaaaaan"
    "ppfaalpphaaaaaaalooeaakoogaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafjmnnlhcaaaaaaacmppppppppia"
    "aaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaaa"
    "aaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaabmppkaa"
    "ahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaaaaaagllleaaaaaaaaaaaaaaaaipppfaaaaaaaaaaa"
    "aaaaaipppfaaaaaaaaaaaaaaaaipppfaaaaaaaaaaaaaaaabcccbaaaaaaaaaaaaaaaaaaaaaaaaaaaaadfffffffffffffffffffcjppppppppp"
    "ppppppppppgjpppppppppppppppppppgdeeeeeeeeeeeeeeeeeeecaaaaaaaaaaaaaaaaaaaaaaaaaaaaabdddbaaaaaaaaaaaaaaaaipppfaaaa"
    "aaaaaaaaaaaaipppfaaaaaaaaaaaaaaaaipppfaaaaaaaaaaaaaaaafkkkdaaaaaaaaaaaaaaaaaaaaaaaghaaaaaafjmnnlhcaeppdaaacmpppp"
    "ppppiophaaacoppplijnppppkaaaamppmcaaaagpppgaaafppocaaaaaipppnaaalppiaaaaagpooppeaaoppcaaaadppfippiacppoaaaacopha"
    "fppladppnaaabmpkaaeppmadppmaaakpmbaaeppmacppnaahpocaaaepplabppoafppdaaaahppkaanppgopgaaaaalppgaaippppiaaaaacpppc"
    "aacoppmaaaaabmppkaaaalpppicabfnppocaaahpppppppppppodaaaeppefmppppppkcaaaaipgaaacfggebaaaaaaadaaaaaaaaaaaaaaaaaac"
    "jjiaaaaaaaaaaaaahpphaaaaaaaaaaaaajppeaaaaaaaaaaaaalpobaaaaaaaaaaaabmplaaaaaaaaaaaaabnphaaaaaaaaaaaaaceeaaaaaaaaa"
    "aaaaaaaaaaaaaciieaaaaaaaaeiideppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgepp"
    "jaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbpp"
    "oaaaaaaadpppgampphaaaaabnpppgagpppicbcgnpmppgaalppppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaaaaaaaaaaabjjiaaaaaa"
    "aaaaaalppeaaaaaaaaaaahppgaaaaaaaaaaadppiaaaaaaaaaaabnpkaaaaaaaaaaaakplaaaaaaaaaaaabeebaaaaaaaaaaaaaaaaaaaaaaacii"
    "eaaaaaaaaeiideppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgepp"
    "jaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbppoaaaaaaadpppgamp"
    "phaaaaabnpppgagpppicbcgnpmppgaalppppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaaaaaaaaejjcaaaaaaaaaaabnppmaaaaaaaaa"
    "aajpnophaaaaaaaaaeppdfpocaaaaaaabnpgaajplaaaaaaaipkaaaampgaaaaaaeebaaaacedaaaaaaaaaaaaaaaaaaaciieaaaaaaaaeiidepp"
    "jaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgepp"
    "jaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbppoaaaaaaadpppgampphaaaaabnpppgagp"
    "ppicbcgnpmppgaalppppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaaaaadeecaaceecaaaaaalpphaajppiaaaaaalpphaajppiaaaaaa"
    "koogaaiooiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaciieaaaaaaaaeiideppjaaaaaaaaippgeppjaaaaaaaaippgepp"
    "jaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgepp"
    "jaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbppoaaaaaaadpppgampphaaaaabnpppgagpppicbcgnpmppgaalppppppppiippgaab"
    "jpppppnfaippgaaaabfggeaaaaaaaaaaaaaaaaaafjjeaaaaaaaaaaaaadppmaaaaaaaaaaaaabnpnbaaaaaaaaaaaaakpocaaaaaaaaaaaaagpp"
    "daaaaaaaaaaaaadppfaaaaaaaaaaaaaadedaaaaaaaaaaaaaaaaaaaaaaaaaaahiibaaaaaaaaabiihakppgaaaaaaaaahppjadppmaaaaaaaaan"
    "ppdaamppdaaaaaaaeppmaaagppjaaaaaaakppgaaabopobaaaaabppobaaaajppgaaaaahppjaaaaadppmaaaaanppdaaaaaalppdaaaeppmaaaa"
    "aaafppjaaakppfaaaaaaaaopobabppoaaaaaaaaaippgahppiaaaaaaaaacppmanppcaaaaaaaaaalpphpplaaaaaaaaaaaepppppfaaaaaaaaaa"
    "aanpppoaaaaaaaaaaaaahpppiaaaaaaaaaaaaabpppcaaaaaaaaaaaaaepplaaaaaaaaaaaaaakppfaaaaaaaaaaaaacppoaaaaaaaaaaaaablpp"
    "haaaaaaaaaaflmoppnbaaaaaaaaaahppppndaaaaaaaaaaafkkigaaaaaaaaaaaaffeaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaa"
    "aabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaafkmnmicaaaabppmblppppppphaaabppmlpok"
    "ijnpppgaabppppmcaaaaipppcabpppobaaaaaajppkabppphaaaaaaacpppbbpppcaaaaaaaalppebppoaaaaaaaaaipphbppnaaaaaaaaahppib"
    "ppmaaaaaaaaahppibppnaaaaaaaaahpphbpppaaaaaaaaakppgbpppeaaaaaaaanppcbpppkaaaaaaafppnabppppfaaaaabnpphabppoopicabf"
    "nppmaabppmfppppppppncaabppmaenpppppkbaaabppmaaadfgfbaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppm"
    "aaaaaaaaaaaaabppmaaaaaaaaaaaaabkkiaaaaaaaaaaaaaaaaabeeeaaaeeeaaaaaaaadpppaabpppcaaaaaaadpppaabpppcaaaaaaacoooaab"
    "ooobaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaahiibaaaaaaaaabiihakppgaaaaaaaaahppjadppmaaaaaaaaan"
    "ppdaamppdaaaaaaaeppmaaagppjaaaaaaakppgaaabopobaaaaabppobaaaajppgaaaaahppjaaaaadppmaaaaanppdaaaaaalppdaaaeppmaaaa"
    "aaafppjaaakppfaaaaaaaaopobabppoaaaaaaaaaippgahppiaaaaaaaaacppmanppcaaaaaaaaaalpphpplaaaaaaaaaaaepppppfaaaaaaaaaa"
    "aanpppoaaaaaaaaaaaaahpppiaaaaaaaaaaaaabpppcaaaaaaaaaaaaaepplaaaaaaaaaaaaaakppfaaaaaaaaaaaaacppoaaaaaaaaaaaaablpp"
    "haaaaaaaaaaflmoppnbaaaaaaaaaahppppndaaaaaaaaaaafkkigaaaaaaaaaaaaaaaaaimmmmmmmmhaaaaaaaaaaaalppppppppjaaaaaaaaaaa"
    "agiiiiiiiifaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffeaaaaaaaaaaaaaaaaacppppbaaaaaaaaaaaaaaa"
    "aippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfgppjaaaaaaaaaaaaabppoabppoaaaaaaaaaaaaahpp"
    "iaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaadppnaaaaaaaaafpplaaa"
    "aaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjjjjjoppgaaaaaanppppppppppppppmaaaaaepppppppppp"
    "ppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaaaaaaaaaaaippkadpppcaaaaaaaaaa"
    "aadpppbipplaaaaaaaaaaaaaanpphaaahnnnnnnnnkaaaaaaippppppppmaaaaaaehhhhhhhhgaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaacgkmnnmkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfbaaaaabkppmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaa"
    "aaaaaabbbdppjaaaagknppppppppkaadnppppppppppplacoppnifedddfpplajppjaaaaaaadpplaopobaaaaaaafpplbppmaaaaaaaajpplapp"
    "oaaaaaaacopplanppfaaaaablppplaippohcabfnpmpplabmppppppppmdpplaabkpppppojbdpplaaaacfggebaaaaaaaaaaaadebaaaaadeaaa"
    "aaaaaaaaaipgaaaabopaaaaaaaaaaaaepofaaclplaaaaaaaaaaaaalpppppppdaaaaaaaaaaaaabjopppmeaaaaaaaaaaaaaaaaacdbaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffeaaaaaaaaaaaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaa"
    "aaaaaafppkmppdaaaaaaaaaaaaaakppfgppjaaaaaaaaaaaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaa"
    "aadppmaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacp"
    "pobaaaaaacppobaaaaaaippnjjjjjjjjoppgaaaaaanppppppppppppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppda"
    "aaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaaaaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanpphaaafhcaaa"
    "aaghbaaaaaipiaaaacpoaaaaaadppiddfnpkaaaaaaajppppppocaaaaaaaagmopnjcaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaacgkmnn"
    "mkgaaaaaakpppppppppneaaaamppmjiikopppdaaajfbaaaaabkppmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagknpp"
    "ppppppkaadnppppppppppplacoppnifedddfpplajppjaaaaaaadpplaopobaaaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfaaaa"
    "ablppplaippohcabfnpmpplabmppppppppmdpplaabkpppppojbdpplaaaacfggebaaaaaaaaaaaaaaaeffeaaaaaaaaaaaaaaaaaacppppbaaaa"
    "aaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaaakppfgppjaaaaaaaaaaaaaabppoabppo"
    "aaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaaanppdaafpplaaaaaaaaaaaadppmaaaaoppcaaaaaaaaaaajpphaaaajpphaaaaaaaaaaboppcaaa"
    "adppnaaaaaaaaaafpplaaaaaanppeaaaaaaaaalppfaaaaaahppjaaaaaaaacppobaaaaaacppobaaaaaaaippnjjjjjjjjoppgaaaaaaanppppp"
    "pppppppppmaaaaaaeppppppppppppppppcaaaaakppiaaaaaaaaaajppiaaaabpppdaaaaaaaaaaeppnaaaagppmaaaaaaaaaaaanppeaaamppha"
    "aaaaaaaaaaaippkaadpppcaaaaaaaaaaaadpppbaipplaaaaaaaaaaaaaanpphaaaaaaaaaaaaaaaaaabnnbaaaaaaaaaaaaaaaaaaakpfaaaaaa"
    "aaaaaaaaaaaaabppaaaaaaaaaaaaaaaaaaaadppcaabaaaaaaaaaaaaaaaabopomnjaaaaaaaaaaaaaaaaafnpppiaaaaaaaaaaaaaaaaaaabcba"
    "aaacgkmnnmkgaaaaaaakpppppppppneaaaaamppmjiikopppdaaaajfbaaaaabkppmaaaaaaaaaaaaaalppdaaaaaaaaaaaaafpphaaaaaaaaaab"
    "bbdppjaaaaagknppppppppkaaadnppppppppppplaacoppnifedddfpplaajppjaaaaaaadpplaaopobaaaaaaafpplabppmaaaaaaaajpplaapp"
    "oaaaaaaacopplaanppfaaaaablppplaaippohcabfnpmpplaabmppppppppmdpplaaabkpppppojbdpplaaaaacfggebaaipgaaaaaaaaaaaaaep"
    "laaaaaaaaaaaaaakpgaaaaaaaaaaaaaampiaabaaaaaaaaaaajppnmpaaaaaaaaaaabkpppoaaaaaaaaaaaaaaccaaaaaaaaaaaaahkkcaaaaaaa"
    "aaaaaaaafpphaaaaaaaaaaaaaaacopjaaaaaaaaaaaaaaaamplaaaaaaaaaaaaaaaachhbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadhjklki"
    "fbaaaaaaaaahopppppppppkdaaaaacnppppponopppppgaaadopppkeaaaabglppjaabnppodaaaaaaaaaenjaajppodaaaaaaaaaaabfabpppha"
    "aaaaaaaaaaaaaahppobaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaa"
    "adpppcaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaanpphaaaaaaaaaaaaaaaakpplaaaaaaaaaaaaaaaagpppcaaaaa"
    "aaaaaaaaaaaoppjaaaaaaaaaaaaaaaagpppgaaaaaaaaaaaeiaaakpppibaaaaaaabipjaaablpppoifdcegkoppjaaaaajppppppppppppmdaaa"
    "aaackoppppppplfaaaaaaaaaaadfggfebaaaaaaaaaaaaaaaijjcaaaaaaaaaaipphaaaaaaaaaaeppjaaaaaaaaaaboplaaaaaaaaaaalpmbaaa"
    "aaaaaaahpncaaaaaaaaaaaeecaaaaaaaaaaaaaaaaaaaaaaaaachlnonlieaaaaajpppppppppjaablpppnjijlopjaajppofaaaaaafhadpppea"
    "aaaaaaaaakppjaaaaaaaaaaaoppdaaaaaaaaaacppoaaaaaaaaaaadppnaaaaaaaaaaadppmaaaaaaaaaaacppnaaaaaaaaaaabpppbaaaaaaaaa"
    "aamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaacaaepppmfbabdgmjaaafopppppppppjaaaackpppppppleaaaaaabeghgebaaaaaaaa"
    "aaaaglljaaaaaaaaaaaaaaaeppopjaaaaaaaaaaaaacopgcopgaaaaaaaaaaaamphaadopdaaaaaaaaaadhfaaaadhfaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaadhjklkifbaaaaaaaaahopppppppppkdaaaaacnppppponopppppgaaadopppkeaaaabglppjaabnppodaaaaaaaaaenjaajppodaaa"
    "aaaaaaaabfabppphaaaaaaaaaaaaaaahppobaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaacp"
    "ppdaaaaaaaaaaaaaaadpppcaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaanpphaaaaaaaaaaaaaaaakpplaaaaaaaaa"
    "aaaaaaagpppcaaaaaaaaaaaaaaaaoppjaaaaaaaaaaaaaaaagpppgaaaaaaaaaaaeiaaakpppibaaaaaaabipjaaablpppoifdcegkoppjaaaaaj"
    "ppppppppppppmdaaaaaackoppppppplfaaaaaaaaaaadfggfebaaaaaaaaaaaahjiaaaaaaaaaaafpppgaaaaaaaaabnpmpocaaaaaaaajpmakpl"
    "aaaaaaaepocabnpgaaaaabnpfaaadpobaaaabeeaaaaadecaaaaaaaaaaaaaaaaaaaachlnonlieaaaaajpppppppppjaablpppnjijlopjaajpp"
    "ofaaaaaafhadpppeaaaaaaaaaakppjaaaaaaaaaaaoppdaaaaaaaaaacppoaaaaaaaaaaadppnaaaaaaaaaaadppmaaaaaaaaaaacppnaaaaaaaa"
    "aaabpppbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaacaaepppmfbabdgmjaaafopppppppppjaaaackpppppppleaaaa"
    "aabeghgebaaaaaaaaaaaaceedaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaagoolaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaadhjklkifbaaaaaaaaahopppppppppkdaaaaacnppppponopppppgaaadopppkeaaaabglppjaabnppodaaaaa"
    "aaaaenjaajppodaaaaaaaaaaabfabppphaaaaaaaaaaaaaaahppobaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpppe"
    "aaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaadpppcaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaanpphaaaaaaaaaaaa"
    "aaaakpplaaaaaaaaaaaaaaaagpppcaaaaaaaaaaaaaaaaoppjaaaaaaaaaaaaaaaagpppgaaaaaaaaaaaeiaaakpppibaaaaaaabipjaaablpppo"
    "ifdcegkoppjaaaaajppppppppppppmdaaaaaackoppppppplfaaaaaaaaaaadfggfebaaaaaaaaaaaaeffaaaaaaaaaaaaoppaaaaaaaaaaaaopp"
    "aaaaaaaaaaaaoppaaaaaaaaaaaaeffaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaachlnonlieaaaaajpppppppppjaablpppnjijlopjaaj"
    "ppofaaaaaafhadpppeaaaaaaaaaakppjaaaaaaaaaaaoppdaaaaaaaaaacppoaaaaaaaaaaadppnaaaaaaaaaaadppmaaaaaaaaaaacppnaaaaaa"
    "aaaaabpppbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaacaaepppmfbabdgmjaaafopppppppppjaaaackpppppppleaa"
    "aaaabeghgebaaaaaaaaailfaaabkkcaaaaaaaaaacopeabmpiaaaaaaaaaaaafpoelplaaaaaaaaaaaaaaipppnbaaaaaaaaaaaaaaaghhcaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaadhjklkifbaaaaaaaaahopppppppppkdaaaaacnppppponopppppgaaadopppkeaaaabglppjaabnppodaaa"
    "aaaaaaenjaajppodaaaaaaaaaaabfabppphaaaaaaaaaaaaaaahppobaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpp"
    "peaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaadpppcaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaanpphaaaaaaaaaa"
    "aaaaaakpplaaaaaaaaaaaaaaaagpppcaaaaaaaaaaaaaaaaoppjaaaaaaaaaaaaaaaagpppgaaaaaaaaaaaeiaaakpppibaaaaaaabipjaaablpp"
    "poifdcegkoppjaaaaajppppppppppppmdaaaaaackoppppppplfaaaaaaaaaaadfggfebaaaaaaaagjfaaaacjiaaaaacpocaaampgaaaaaahpmb"
    "ajplaaaaaaaampjfpocaaaaaaaadppophaaaaaaaaaaippmaaaaaaaaaaaaeecaaaaaaaaaaaaaaaaaaaaaaaachlnonlieaaaaajpppppppppja"
    "ablpppnjijlopjaajppofaaaaaafhadpppeaaaaaaaaaakppjaaaaaaaaaaaoppdaaaaaaaaaacppoaaaaaaaaaaadppnaaaaaaaaaaadppmaaaa"
    "aaaaaaacppnaaaaaaaaaaabpppbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaacaaepppmfbabdgmjaaafopppppppppj"
    "aaaackpppppppleaaaaaabeghgebaaaaaaileaaabkkcaaaaaaaaaadopeabmphaaaaaaaaaaaafpodlpkaaaaaaaaaaaaaaipppnbaaaaaaaaaa"
    "aaaaaghhcaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffffffedcaaaaaaaaaanppppppppppmjdaaaaaanpppppppppppppmeaaaanppheeeefhknpp"
    "ppiaaanppeaaaaaaaafnppphaanppeaaaaaaaaabmpppcanppeaaaaaaaaaaboppkanppeaaaaaaaaaaahpppbnppeaaaaaaaaaaabpppenppeaa"
    "aaaaaaaaaanppinppeaaaaaaaaaaaakppjnppeaaaaaaaaaaaakppknppeaaaaaaaaaaaajpplnppeaaaaaaaaaaaakppknppeaaaaaaaaaaaalp"
    "pjnppeaaaaaaaaaaaaopphnppeaaaaaaaaaaadpppdnppeaaaaaaaaaaakppoanppeaaaaaaaaaaeppphanppeaaaaaaaaaeoppnbanppeaaaaaa"
    "aekpppodaanppljjjjkmoppppndaaanppppppppppppnhbaaaanppppppoonkheaaaaaaaaaaaaaaaaaaaacffcaadeecaaaaaaaaaaaaahppgaa"
    "nppdaaaaaaaaaaaaahppgabppnaaaaaaaaaaaaaahppgadppiaaaaaaaaaaaaaahppgagppeaaaaaaaaaaaaaahppgajpoaaaaaaaaaaaaaaahpp"
    "gahjgaaaaaabhlnnlgbahppgaaaaaaaaadnppppppndhppgaaaaaaaadoppokijnpojppgaaaaaaaampplbaaaaippppgaaaaaaafppnbaaaaaak"
    "pppgaaaaaaalppgaaaaaaacpppgaaaaaaaoppbaaaaaaaamppgaaaaaacppnaaaaaaaaajppgaaaaaadppmaaaaaaaaaippgaaaaaadpplaaaaaa"
    "aaahppgaaaaaacppmaaaaaaaaaippgaaaaaabppoaaaaaaaaakppgaaaaaaanppdaaaaaaaaoppgaaaaaaaippjaaaaaaafpppgaaaaaaacpppea"
    "aaaacopppgaaaaaaaaippphcabfnpnppgaaaaaaaaakppppppppkhppgaaaaaaaaaahoppppohahppgaaaaaaaaaaaaeggebaaaaaaaaaaaaaaad"
    "ffffffeddbaaaaaaaaaaaalppppppppppnkeaaaaaaaaalpppppppppppppnfaaaaaaalppjeeeefgjnppppkaaaaaalpphaaaaaaaaempppjaaa"
    "aalpphaaaaaaaaaakpppfaaaalpphaaaaaaaaaabmppmaaaalpphaaaaaaaaaaafpppdaaalpphaaaaaaaaaaaaopphaaalpphaaaaaaaaaaaalp"
    "pkcddlppjddddcaaaaaaaippmnpppppppppplaaaaaaahppnnpppppppppplaaaaaaahppnbbblppibbbbbaaaaaaaippmaaalpphaaaaaaaaaaa"
    "ajpplaaalpphaaaaaaaaaaaamppjaaalpphaaaaaaaaaaabpppfaaalpphaaaaaaaaaaahpppcaaalpphaaaaaaaaaacoppkaaaalpphaaaaaaaa"
    "adnppocaaaalpphaaaaaaadjppppfaaaaalppmjjjjkloppppofaaaaaalppppppppppppojbaaaaaaalppppppoonlifaaaaaaaaaaaaaaaaaaa"
    "acffcaaaaaaaaaaaaaaahppgaaaaaaaaaaaaaaahppgaaaaaaaaaaipppppppppmaaaaaaaaioooopppoolaaaaaaaaaaaaahppgaaaaaaaaaaaa"
    "aaahppgaaaaaabhlnnlgbahppgaaaaadnppppppndhppgaaaadoppokijnpojppgaaaampplbaaaaippppgaaafppnbaaaaaakpppgaaalppgaaa"
    "aaaacpppgaaaoppbaaaaaaaamppgaacppnaaaaaaaaajppgaadppmaaaaaaaaaippgaadpplaaaaaaaaahppgaacppmaaaaaaaaaippgaabppoaa"
    "aaaaaaakppgaaanppdaaaaaaaaoppgaaaippjaaaaaaafpppgaaacpppeaaaaacopppgaaaaippphcabfnpnppgaaaaakppppppppkhppgaaaaaa"
    "hoppppohahppgaaaaaaaaeggebaaaaaaaaaacmmmmmmmmmcaaaaacpppppppppdaaaaabiiiiiiiiibaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaa"
    "aanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaa"
    "aanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdaaaaennnnnnnnnaaaaaaafpppppppppaaaaaaachhhhhhhhhaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadpp"
    "obaaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaa"
    "aaabpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabio"
    "ppppppplgbaaaaaaadfggfdbaaaaadlhaaaaagleaaaaacppgbabgppcaaaaaaipppppppjaaaaaaaafmopomgaaaaaaaaaaaabaaaaaaaaaaaaa"
    "aaaaaaaaaaaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppea"
    "aaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppea"
    "aaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppea"
    "aaaaaaaaaaanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdaaaabcbaaaaabcaaaaaaahphaaaaampcaaaaaadpoeaaaipoaaaaa"
    "aaalppnmoppgaaaaaaaabkppppohaaaaaaaaaaacefebaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaachlnnmkfaaaaaaaaippppppp"
    "pmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodpppp"
    "ppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaa"
    "dcaaepppmgcaabehmpfaaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdbaaaaaaaaaeeeaaaaaaaaaaaacpppbaaaaaaaaaaacpppb"
    "aaaaaaaaaaacooobaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffff"
    "ffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmm"
    "mmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaa"
    "aaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdaaaaaaabff"
    "eaaaaaaaaaaaaacpplaaaaaaaaaaaaacpplaaaaaaaaaaaaacpplaaaaaaaaaaaaabffeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaaaa"
    "appmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahppma"
    "aaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdbaaaefffffffffffffea"
    "npppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaa"
    "nppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppeaaaaaaaaaaaa"
    "nppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpplkkkkkkkkkkkc"
    "nppppppppppppppdnppppppppppppppdaaaaaaaaaafpjaaaaaaaaaaaaboobaaaaaaaaaaaahpjaaaaaaaaaaaaajplaaabaaaaaaaaagppnmod"
    "aaaaaaaaaajopppdaaaaaaaaaaaaccaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaa"
    "amppdajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppa"
    "aaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabiopppppppl"
    "gbaaaaaaadfggppfaaaaaaaaaaaaafpkaaaaaaaaaaaaaampeaaaaaaaaaaaaaanphaabaaaaaaaaaaakppmmnaaaaaaaaaaaclpppnaaaaaaaaa"
    "aaaabccaaaaaijdaaabjjbaaaaaafpocabmphaaaaaaaaipnclpkaaaaaaaaaalpppnbaaaaaaaaaabiiicaaaaaaaaaaaaaaaaaaaaaaeffffff"
    "fffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaa"
    "aaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppeaaa"
    "aaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpplkkk"
    "kkkkkkkkcnppppppppppppppdnppppppppppppppdaaaaeifaaaabiibaaaaaabopeaaajpkaaaaaaaafpnbafpobaaaaaaaaalplcopfaaaaaaa"
    "aaacopopkaaaaaaaaaaaagppobaaaaaaaaaaaaaffdaaaaaaaaaaaaaaaaaaaaaaaaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikop"
    "pncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppoo"
    "ooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmp"
    "faaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdbaaaaaaaaaaaaadllkcaaaaaaaaaaaaaaaabnpopmbaaaaaaaaaaaaaaalpkblpk"
    "aaaaaaaaaaaaaajplaabmphaaaaaaaaaaaabhhbaaabhhaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadhjklkjheaaaaaaaaaaagnpppppppppo"
    "jcaaaaaacmppppponoppppppgaaaadopppkfbaaaadinppiaaabnppodaaaaaaaaaagoiaaajppocaaaaaaaaaaaacfaabpppgaaaaaaaaaaaaaa"
    "aaahppoaaaaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaaacpppdaaaaaaaadddddddda"
    "dpppcaaaaaaacppppppppdcpppdaaaaaaacppppppppdbpppeaaaaaaabgggggpppdaopphaaaaaaaaaaaaaoppdakppkaaaaaaaaaaaaaoppdag"
    "pppbaaaaaaaaaaaaoppdaaoppjaaaaaaaaaaaaoppdaahpppfaaaaaaaaaaaoppdaaalpppibaaaaaaaabpppdaaablpppojfdcdegkppppcaaaa"
    "ajpppppppppppppmdaaaaaaacjopppppppokeaaaaaaaaaaaacfghgfcaaaaaaaaaaaaagjiaaaaaaaaaaaaaeppphaaaaaaaaaaabnpmppdaaaa"
    "aaaaaaipmajpmaaaaaaaaadpocabnphaaaaaaaampgaaadoocaaaaaabeeaaaaadecaaaaaaaaaaaaaaaaaaaaaaaabhlnnlhbaeiidaaaeopppp"
    "ppndhppgaadpppojijnpojppgaanppkbaaaahppppgagppmaaaaaaajpppgalppfaaaaaaabpppgaoppbaaaaaaaalppgcppnaaaaaaaaajppgdp"
    "plaaaaaaaaaippgdpplaaaaaaaaahppgcppmaaaaaaaaajppgapppaaaaaaaaalppgamppeaaaaaaabpppgagppmaaaaaaaipppgabnppjaaaaag"
    "ppppgaaepppnighmpojppgaaafoppppppoehppfaaaacinoomicaippfaaaaaaaaaaaaalppcaaaaaaaaaaaabppoaaaaaaaaaaaaakppjaaaclf"
    "baaaackppocaaacpppnllnppppfaaaaboppppppppmeaaaaaaadgijkjhdaaaaaaaaaaaelgaaaaahldaaaaaaaaaaadpogbabhppbaaaaaaaaaa"
    "aakppppppphaaaaaaaaaaaaaagmppomfaaaaaaaaaaaaaaaaaabaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadhjklkjheaaaaaaaaaaag"
    "npppppppppojcaaaaaacmppppponoppppppgaaaadopppkfbaaaadinppiaaabnppodaaaaaaaaaagoiaaajppocaaaaaaaaaaaacfaabpppgaaa"
    "aaaaaaaaaaaaaahppoaaaaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaaacpppdaaaaaa"
    "aaddddddddadpppcaaaaaaacppppppppdcpppdaaaaaaacppppppppdbpppeaaaaaaabgggggpppdaopphaaaaaaaaaaaaaoppdakppkaaaaaaaa"
    "aaaaaoppdagpppbaaaaaaaaaaaaoppdaaoppjaaaaaaaaaaaaoppdaahpppfaaaaaaaaaaaoppdaaalpppibaaaaaaaabpppdaaablpppojfdcde"
    "gkppppcaaaaajpppppppppppppmdaaaaaaacjopppppppokeaaaaaaaaaaaacfghgfcaaaaaaaaaabcaaaaaabcaaaaaaakpfaaaabopaaaaaaag"
    "pncaabkplaaaaaaabnppnmoppeaaaaaaaacmppppofaaaaaaaaaaacffdaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabhlnnlhbaei"
    "idaaaeoppppppndhppgaadpppojijnpojppgaanppkbaaaahppppgagppmaaaaaaajpppgalppfaaaaaaabpppgaoppbaaaaaaaalppgcppnaaaa"
    "aaaaajppgdpplaaaaaaaaaippgdpplaaaaaaaaahppgcppmaaaaaaaaajppgapppaaaaaaaaalppgamppeaaaaaaabpppgagppmaaaaaaaipppga"
    "bnppjaaaaagppppgaaepppnighmpojppgaaafoppppppoehppfaaaacinoomicaippfaaaaaaaaaaaaalppcaaaaaaaaaaaabppoaaaaaaaaaaaa"
    "akppjaaaclfbaaaackppocaaacpppnllnppppfaaaaboppppppppmeaaaaaaadgijkjhdaaaaaaaaaaaaaaabeeeaaaaaaaaaaaaaaaaaacpppaa"
    "aaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaacoooaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadhjklkjhea"
    "aaaaaaaaaagnpppppppppojcaaaaaacmppppponoppppppgaaaadopppkfbaaaadinppiaaabnppodaaaaaaaaaagoiaaajppocaaaaaaaaaaaac"
    "faabpppgaaaaaaaaaaaaaaaaahppoaaaaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaaa"
    "cpppdaaaaaaaaddddddddadpppcaaaaaaacppppppppdcpppdaaaaaaacppppppppdbpppeaaaaaaabgggggpppdaopphaaaaaaaaaaaaaoppdak"
    "ppkaaaaaaaaaaaaaoppdagpppbaaaaaaaaaaaaoppdaaoppjaaaaaaaaaaaaoppdaahpppfaaaaaaaaaaaoppdaaalpppibaaaaaaaabpppdaaab"
    "lpppojfdcdegkppppcaaaaajpppppppppppppmdaaaaaaacjopppppppokeaaaaaaaaaaaacfghgfcaaaaaaaaaaaaaeffaaaaaaaaaaaaaamppb"
    "aaaaaaaaaaaaamppbaaaaaaaaaaaaamppbaaaaaaaaaaaaaeffaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabhlnnlhbaeiidaaae"
    "oppppppndhppgaadpppojijnpojppgaanppkbaaaahppppgagppmaaaaaaajpppgalppfaaaaaaabpppgaoppbaaaaaaaalppgcppnaaaaaaaaaj"
    "ppgdpplaaaaaaaaaippgdpplaaaaaaaaahppgcppmaaaaaaaaajppgapppaaaaaaaaalppgamppeaaaaaaabpppgagppmaaaaaaaipppgabnppja"
    "aaaagppppgaaepppnighmpojppgaaafoppppppoehppfaaaacinoomicaippfaaaaaaaaaaaaalppcaaaaaaaaaaaabppoaaaaaaaaaaaaakppja"
    "aaclfbaaaackppocaaacpppnllnppppfaaaaboppppppppmeaaaaaaadgijkjhdaaaaaaaaaaaaadhjklkjheaaaaaaaaaaagnpppppppppojcaa"
    "aaaacmppppponoppppppgaaaadopppkfbaaaadinppiaaabnppodaaaaaaaaaagoiaaajppocaaaaaaaaaaaacfaabpppgaaaaaaaaaaaaaaaaah"
    "ppoaaaaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaaacpppdaaaaaaaaddddddddadppp"
    "caaaaaaacppppppppdcpppdaaaaaaacppppppppdbpppeaaaaaaabgggggpppdaopphaaaaaaaaaaaaaoppdakppkaaaaaaaaaaaaaoppdagpppb"
    "aaaaaaaaaaaaoppdaaoppjaaaaaaaaaaaaoppdaahpppfaaaaaaaaaaaoppdaaalpppibaaaaaaaabpppdaaablpppojfdcdegkppppcaaaaajpp"
    "pppppppppppmdaaaaaaacjopppppppokeaaaaaaaaaaaacfghgfcaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "alpphaaaaaaaaaaaaaaaaaaopnaaaaaaaaaaaaaaaaaaeppgaaaaaaaaaaaaaaaaaahpnaaaaaaaaaaaaaaaaaaalpgaaaaaaaaaaaaaaaaaaimg"
    "aaaaaaaaaaaaacppdaaaaaaaaaaaaakpoaaaaaaaaaaaaacpplaaaaaaaaaaaaakpphaaaaaaaaaaaaacddbaaaaaaaaaaaaaaaaaaaaaaaaaaab"
    "hlnnlhbaeiidaaaeoppppppndhppgaadpppojijnpojppgaanppkbaaaahppppgagppmaaaaaaajpppgalppfaaaaaaabpppgaoppbaaaaaaaalp"
    "pgcppnaaaaaaaaajppgdpplaaaaaaaaaippgdpplaaaaaaaaahppgcppmaaaaaaaaajppgapppaaaaaaaaalppgamppeaaaaaaabpppgagppmaaa"
    "aaaaipppgabnppjaaaaagppppgaaepppnighmpojppgaaafoppppppoehppfaaaacinoomicaippfaaaaaaaaaaaaalppcaaaaaaaaaaaabppoaa"
    "aaaaaaaaaaakppjaaaclfbaaaackppocaaacpppnllnppppfaaaaboppppppppmeaaaaaaadgijkjhdaaaaaaaaaaaailliaaaaaaaaaaaaagpoo"
    "phaaaaaaaaaaadppeeopeaaaaaaaaabnpfaaepocaaaaaaaaeheaaaaeheaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaaaaaabfffnppeaaaaaaaaaa"
    "epponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaeppo"
    "nppeaaaaaaaaaaepponppeaaaaaaaaaaepponppnmmmmmmmmmmmpponpppppppppppppppponpponnnnnnnnnnopponppeaaaaaaaaaaepponppe"
    "aaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaa"
    "aaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaeppoaaaellkbaaaaaaaaaaaaacopoplaaaaaaaaaaaabmpjbmpia"
    "aaaaaaaaaakpkaabnpfaaaaaaaaachgaaaachgaaaaaaaaaaaaaffeaaaaaaaaaaaaaaabppmaaaaaaaaaaaaaaabppmaaaaaaaaaaaaaaabppma"
    "aaaaaaaaaaaaaabppmaaaaaaaaaaaaaaabppmaaaaaaaaaaaaaaabppmaaaaaaaaaaaaaaabppmaaejmnnjdaaaaaabppmajpppppppiaaaaabpp"
    "mjppljknpppgaaaabpppplcaaaajppnaaaabpppmaaaaaaanppdaaabpppeaaaaaaaippgaaabppoaaaaaaaagppiaaabppnaaaaaaaafppiaaab"
    "ppmaaaaaaaafppiaaabppmaaaaaaaafppiaaabppmaaaaaaaafppiaaabppmaaaaaaaafppiaaabppmaaaaaaaafppiaaabppmaaaaaaaafppiaa"
    "abppmaaaaaaaafppiaaabppmaaaaaaaafppiaaabppmaaaaaaaafppiaaabppmaaaaaaaafppiaabfffaaaaaaaaaaadffdaaaaaeppoaaaaaaaa"
    "aaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaalmnpppmmmmmmmmmmmoppommcnppppppppppppppppppppppdjlmppp"
    "lllllllllllnppnllcaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaepppmmmmmmmmmmmoppia"
    "aaaaepppppppppppppppppiaaaaaepppnnnnnnnnnnnoppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaa"
    "aaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppo"
    "aaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaaeppoaaaaaaaaaaajppiaaaaabffdaaaaaaaaaaaaaadp"
    "plaaaaaaaaaaaabgippngggggbaaaaaacppppppppppdaaaaaacppppppppppdaaaaaaacfpplcccccaaaaaaaaadpplaaaaaaaaaaaaaadpplaa"
    "ekmnmjdaaaaadpplbkppppppphaaaadpplkpoljkopppeaaadppppkbaaabkppmaaadppplaaaaaaboppcaadpppdaaaaaaajppfaadppnaaaaaa"
    "aahppgaadpplaaaaaaaagpphaadpplaaaaaaaagpphaadpplaaaaaaaagpphaadpplaaaaaaaagpphaadpplaaaaaaaagpphaadpplaaaaaaaagp"
    "phaadpplaaaaaaaagpphaadpplaaaaaaaagpphaadpplaaaaaaaagpphaadpplaaaaaaaagpphaadpplaaaaaaaagpphaaegfbaabhgajpppogaf"
    "pldpohkpppppffoiaadkongaaaaaaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaa"
    "aaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaa"
    "aanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaadlmjbaafnhbopppnbaiphgpld"
    "lpniopdjpfaakpppkagicaaaeigaaaaaaaaaaaaaaaaaaaaaaaaaaaahihaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaapp"
    "naaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappna"
    "aaaaaaappnaaaaaaaappnaaaalmmmmmmmmeoppppppppgiiiiiiiiidaaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaanppeaaaaaanppeaaaaaanppe"
    "aaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaa"
    "aaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaadmmmmmmmmmcdppppppppp"
    "cchhhhhhhhhbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaahihaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaa"
    "aaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaa"
    "appnaaaaaaaappnaaaabljaaaaaelganpicabfopfafpppppppmaaaeloppnhbaaaaaabaaaaaaaaaaaaaaaaaaaaeffbaaaaaaanppeaaaaaaan"
    "ppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanpp"
    "eaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppeaaaaaaanppea"
    "aaaaaanppeaaabcbaaaaabcbfpjaaaaalpecppfaaagppbajppomoppiaabjpppppiaaaaabefebaaaaaaaaaaaaaaaaaaaaaaaaaaaaahihaaaa"
    "aaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaa"
    "aappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaeffbaaanppeaaanppeaaanppeaaanppeaaan"
    "ppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaanppeaaan"
    "ppeaaanppeaaanppeaaabnnbaaakpfaaabppaaaadppcaabbopomnjafnpppiaaabcbaaffeaaaappnaaaappnaaaappnaaaaffeaaaaaaaaaaaa"
    "aaaaaahihaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaap"
    "pnaaaappnaaaappnaaaagpiaaaconbaaahpjaaaajplaaaagppnmodajppppcaaaccaadeebnppfnppfmoofaaaaaaaaeffbnppenppenppenppe"
    "nppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppenppehihppnppnppnppnppnppnppnppnppnppnppn"
    "ppnppnppnppnppnppneffbaaaaacffenppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnpp"
    "eaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagp"
    "plnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaagpplnppeaaaaahppkaaaaaa"
    "aaajppjaaaaaaaaamppgaaaaaaaaepppcaaaabefiopplaaaaadpppppocaaaaadppppkcaaaaaabggebaaaaffeaaaaaaffeppnaaaaacppmppn"
    "aaaaacppmppnaaaaacppmffeaaaaabffeaaaaaaaaaaaaaaaaaaaaaaaahihaaaaabiigppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaa"
    "acppmppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaaacpp"
    "mppnaaaaacppmppnaaaaacppmppnaaaaacppmppnaaaaacppmaaaaaaaacpplaaaaaaaadpplaaaaaaaafppjaaaaaaablppfaaaaaimoppnaaaa"
    "aalpppndaaaaaahkjfbaaaaaabkllfaaaaaaakpopodaaaaahpnbipnbaaaepncaajplaaaghcaaaaghcaaaaaaaaaaaaaaaaaeffbaaaaaaaanp"
    "peaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaa"
    "aaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaanppeaaaaaa"
    "aanppeaaaaaaaanppeaaaaaaaanppeaaaaaaaaoppeaaaaaaaapppcaaaaaaaepppaaaaaaaalpplaaaaceglpppfaaaakpppppjaaaaakpppoha"
    "aaaaaegfdaaaaaaaaaaaaijhaaaaaaagpppfaaaaacopmpobaaaalpkalpjaaagpnbacopeabopdaaafpnbcedaaaaaeebaaaaaaaaaaaaaaahih"
    "aaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaa"
    "aaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaabppmaaaaaaadppkaaaa"
    "aaakpphaaaahmoppobaaaajpppoeaaaaagkjgbaaaaaaeffbaaaaaaaaacfffdanppeaaaaaaaadoppncanppeaaaaaaaeoppmbaanppeaaaaaae"
    "opplbaaanppeaaaaafppplbaaaanppeaaaagpppkaaaaaanppeaaagpppjaaaaaaanppeaahpppiaaaaaaaanppeaippphaaaaaaaaanppfjppph"
    "aaaaaaaaaanppnpppgaaaaaaaaaaanpppppiaaaaaaaaaaaanpppppoeaaaaaaaaaaanppgnppoeaaaaaaaaaanppecnppoeaaaaaaaaanppeacn"
    "ppoeaaaaaaaanppeaacnppodaaaaaaanppeaaacnppodaaaaaanppeaaaacnppodaaaaanppeaaaaacnppodaaaanppeaaaaaacnppodaaanppea"
    "aaaaaacnppodaanppeaaaaaaaacnppodanppeaaaaaaaaacnppodaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafhheaaaaaaaaaa"
    "aaaaanppdaaaaaaaaaaaaaacppkaaaaaaaaaaaaaaagppcaaaaaaaaaaaaaaakpjaaaaaaaaaaaaaaaahicaaaaaaaaaaffeaaaaaaaaaaaaabpp"
    "maaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaah"
    "iigabppmaaaaaablppmbabppmaaaaabmpplbaabppmaaaacnppjaaaabppmaaaeoppiaaaaabppmaafpppgaaaaaabppmahppoeaaaaaaabppmjp"
    "podaaaaaaaabpppppocaaaaaaaaabppooppjaaaaaaaaabppmdoppjaaaaaaaabppmadoppkaaaaaaabppmaacnppkaaaaaabppmaaacnpplbaaa"
    "abppmaaaacnpplbaaabppmaaaaabmppmbaabppmaaaaaabmppmbabppmaaaaaaabmppmbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadh"
    "hgaaaaaaaaaaaaajppgaaaaaaaaaaaaanpnaaaaaaaaaaaaacppgaaaaaaaaaaaaagpnaaaaaaaaaaaaaafieaaaaaaaabiigaaaaaaaahiigabp"
    "pmaaaaaablppmcabppmaaaaabmpplbaabppmaaaacnppkaaaabppmaaadoppiaaaaabppmaafpppgaaaaaabppmagppofaaaaaaabppmippodaaa"
    "aaaaabpppppocaaaaaaaaabppooppjaaaaaaaaabppmdoppjaaaaaaaabppmadoppkaaaaaaabppmaacnppkaaaaaabppmaaacnpplaaaaabppma"
    "aaacnpplbaaabppmaaaaabmppmbaabppmaaaaaabmppmbabppmaaaaaaabmppmbaaahkkcaaaaaaaaaafpphaaaaaaaaaacopjaaaaaaaaaaampl"
    "aaaaaaaaaaachgbaaaaaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaa"
    "aaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanpp"
    "eaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaa"
    "aaaaanppeaaaaaaaaaaanpplkkkkkkkkkkgnpppppppppppppknpppppppppppppkaabkkjaaajpodaafppeaacopgaaaehfaaaaffeaaaappnaa"
    "aappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaa"
    "aappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaaeffbaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaan"
    "ppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaa"
    "aaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaa"
    "nppeaaaaaaaaaaanppeaaaaaaaaaaanpplkkkkkkkkkkgnpppppppppppppknpppppppppppppkaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaf"
    "hheaaaaaaaaaaanppdaaaaaaaaaacppkaaaaaaaaaaagppcaaaaaaaaaaakpjaaaaaaaaaaaahicaaaaaaaaffeaappnaappnaappnaappnaappn"
    "aappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaappnaaaaaaaaaaaafhhea"
    "nppdbppkafppdajpkaagicaaeffbaaadffdaaaanppeaaakppfaaaanppeaaanppbaaaanppeaabpplaaaaanppeaaeppgaaaaanppeaagppbaaa"
    "aanppeaafihaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppea"
    "aaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaa"
    "aaanpplkkkkkkkkkkgnpppppppppppppknpppppppppppppkffeaabffeppnaaepplppnaahpphppnaakppcppnaanpmappnaappiappnabiicap"
    "pnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaa"
    "aaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaappnaaaaaaeffbaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanpp"
    "eaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaamoohaanppeaaaaampphaanppeaaaaam"
    "pphaanppeaaaaampphaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanp"
    "peaaaaaaaaaaanppeaaaaaaaaaaanpplkkkkkkkkkkgnpppppppppppppknpppppppppppppkffeaaaaappnaaaaappnaaaaappnaaaaappnaaaa"
    "appnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappndnnnbppnepppbppnepppbppnepppbppnabbbappnaaaaappnaaaaappnaaaaappnaaaa"
    "appnaaaaappnaaaaappnaaaaappnaaaaappnaaaaappnaaaaaaaaadffcaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalp"
    "phaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalpphaaaimaaaaaaaaaalpphacmppfaaaaaaaaa"
    "lpphgopogaaaaaaaaaalppoppmcaaaaaaaaaaalpppphaaaaaaaaaaaabmppndaaaaaaaaaaaadnppphaaaaaaaaaaaahppppphaaaaaaaaaaabn"
    "pklpphaaaaaaaaaaaadgalpphaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalpphaaaaaaaaaaaaaaalpphaaaaaaaaaaa"
    "aaaalppmkkkkkkkkkkiaaaalpppppppppppppmaaaalpppppppppppppmaaaeffaaaaaaanppaaaaaaanppaaaaaaanppaaaaaaanppaaaaaaanp"
    "paaaaaaanppaaaaaaanppaaaaaaanppabaaaaanppeoiaaaanpppplaaaanppphaaaahpppdaaablppppaaaalpooppaaaadlcnppaaaaaaanppa"
    "aaaaaanppaaaaaaanppaaaaaaanppaaaaaaanppaaaaaaanppaaaaaaanppaaaaaaanppaaaaaaanppaaaaaaaaaaaadkkfaaaaaaaaaaaaabnpm"
    "aaaaaaaaaaaaaakpnbaaaaaaaaaaaaagpocaaaaaaaaaaaaaaghdaaaaaaaaaaaaaaaaaaaaaaaaaaaefffcaaaaaaaaabffenpppmaaaaaaaaae"
    "ppmnppppfaaaaaaaaeppmnppppnaaaaaaaaeppmnppoppgaaaaaaaeppmnpphppobaaaaaaeppmnppdlpphaaaaaaeppmnppddppobaaaaaeppmn"
    "ppdakppiaaaaaeppmnppdacppocaaaaeppmnppdaajppjaaaaeppmnppdaacpppcaaaeppmnppdaaaippkaaaeppmnppdaaaboppdaaeppmnppda"
    "aaahpplaaeppmnppdaaaaboppeaeppmnppdaaaaagppmaeppmnppdaaaaaanppfeppmnppdaaaaaagppmeppmnppdaaaaaaamppkppmnppdaaaaa"
    "aafpppppmnppdaaaaaaaamppppmnppdaaaaaaaaeppppmnppdaaaaaaaaalpppmaaaaaaaabklkbaaaaaaaaaaakppeaaaaaaaaaaahppgaaaaaa"
    "aaaaadppiaaaaaaaaaaabnpkaaaaaaaaaaaakpmaaaaaaaaaaaaaddbaaaaaaaaaaaaaaaaaaaaaaaabiigaaejmnnjdaaabppmajpppppppiaab"
    "ppmjppljknpppgabpppplcaaaajppnabpppmaaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaagppibppnaaaaaaaafppibppmaaaaaaaafppib"
    "ppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppib"
    "ppmaaaaaaaafppibppmaaaaaaaafppiefffcaaaaaaaaabffenpppmaaaaaaaaaeppmnppppfaaaaaaaaeppmnppppnaaaaaaaaeppmnppoppgaa"
    "aaaaaeppmnpphppobaaaaaaeppmnppdlpphaaaaaaeppmnppddppobaaaaaeppmnppdakppiaaaaaeppmnppdacppocaaaaeppmnppdaajppjaaa"
    "aeppmnppdaacpppcaaaeppmnppdaaaippkaaaeppmnppdaaaboppdaaeppmnppdaaaahpplaaeppmnppdaaaaboppeaeppmnppdaaaaagppmaepp"
    "mnppdaaaaaanppfeppmnppdaaaaaagppmeppmnppdaaaaaaamppkppmnppdaaaaaaafpppppmnppdaaaaaaaamppppmnppdaaaaaaaaeppppmnpp"
    "daaaaaaaaalpppmaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabhhhbaaaaaaaaaaaaafpplaaaaaaaaaaaaaajppdaaaaaaaaaaaaaa"
    "mplaaaaaaaaaaaaaabppdaaaaaaaaaaaaaacigaaaaaaaaabiigaaejmnnjdaaabppmajpppppppiaabppmjppljknpppgabpppplcaaaajppnab"
    "pppmaaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaagppibppnaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppib"
    "ppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppia"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaghhdaaaaaaaaaaabppobaaaaaaaaaaafpphaaaaaaaaaaaajpobaaaaaaaaaaaanphaaaaaaaa"
    "aaaaaiibaaaaaaaaaaafhdaaaaghdaaaaaaaadoodaahpmaaaaaaaaaafpocgpocaaaaaaaaaaajpoppeaaaaaaaaaaaaajkkgaaaaaaaaaaaaaa"
    "aaaaaaaaaaaefffcaaaaaaaaabffenpppmaaaaaaaaaeppmnppppfaaaaaaaaeppmnppppnaaaaaaaaeppmnppoppgaaaaaaaeppmnpphppobaaa"
    "aaaeppmnppdlpphaaaaaaeppmnppddppobaaaaaeppmnppdakppiaaaaaeppmnppdacppocaaaaeppmnppdaajppjaaaaeppmnppdaacpppcaaae"
    "ppmnppdaaaippkaaaeppmnppdaaaboppdaaeppmnppdaaaahpplaaeppmnppdaaaaboppeaeppmnppdaaaaagppmaeppmnppdaaaaaanppfeppmn"
    "ppdaaaaaagppmeppmnppdaaaaaaamppkppmnppdaaaaaaafpppppmnppdaaaaaaaamppppmnppdaaaaaaaaeppppmnppdaaaaaaaaalpppmaaafj"
    "faaaacjiaaaaaacopdaaamphaaaaaaagpnbaipmaaaaaaaaalpkeppdaaaaaaaaacppopiaaaaaaaaaaahppnaaaaaaaaaaaaaeecaaaaaaaaaaa"
    "aaaaaaaaaaabiigaaejmnnjdaaabppmajpppppppiaabppmjppljknpppgabpppplcaaaajppnabpppmaaaaaaanppdbpppeaaaaaaaippgbppoa"
    "aaaaaaagppibppnaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppma"
    "aaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppiadffeaaaaaaaaaaaaaaaaippmaaaaaaaaaaaa"
    "aaaaippmaaaaaaaaaaaaaaaakppiaaaaaaaaaaaaaaaanpobaaaaaaaaaaaaaaacppiaaaaaaaaaaaaaaaagpobagiibacimnnlgaaakphaamppc"
    "foppppppmbaaaaaamppgppmkjmpppkaaaaaampppoeaaaafpppdaaaaampppdaaaaaaippiaaaaamppjaaaaaaadpplaaaaamppeaaaaaaabppna"
    "aaaamppcaaaaaaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaa"
    "aaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaaaaaappnaaaaamppcaaaaaaaappneffba"
    "aafjlljgbaaaanppeadnppppppofaaanppeeppppppppppfaanppgopokgfhlpppobanppopmcaaaaahppphanpppmbaaaaaaakppmanpppdaaaa"
    "aaaaepppbnppmaaaaaaaaaapppdnppiaaaaaaaaaanppfnppgaaaaaaaaaamppfnppfaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaa"
    "alppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalpp"
    "gnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgnppeaaaaaaaaaalppgaaaaaaaaaaaaaalppgaaa"
    "aaaaaaaaaaamppfaaaaaaaaaaaaaaoppdaaaaaaaaaaaaahppoaaaaaaaaaaaemopppiaaaaaaaaaaafppppkaaaaaaaaaaaadkjidaaabiigaae"
    "jmnnjeaaabppmajpppppppiaabppmjppljknpppgabpppplcaaaajppnabpppmaaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaagppibppnaaa"
    "aaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaa"
    "aaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaagpphaaaaaaaaaaaaippfaaaaaaa"
    "aaaacnppcaaaaaajmmmnpppkaaaaaaamppppppmbaaaaaaaikkkkieaaaaaaaaabmmmmmmmmmdaaaaaaaaaaaabpppppppppeaaaaaaaaaaaaaii"
    "iiiiiiicaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaado"
    "pppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahp"
    "pobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppf"
    "dpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaip"
    "pnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpp"
    "podaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaaaaaaaaaalmmmmmmmmgaaaaaaanpppppppphaaaaaa"
    "aghhhhhhhhdaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacoppplijnpp"
    "pjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmdppmaa"
    "aaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabfnppoc"
    "aaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaaaacliaaaaaflfaaaaaaaaaaaabophbabgopdaaaaaaaaaaaaahpppppp"
    "pkaaaaaaaaaaaaaaafloppmgaaaaaaaaaaaaaaaaaaabaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabfiklkjgbaaaaaaaaaaaabipppp"
    "pppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaa"
    "aaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppd"
    "aaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbak"
    "pplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnba"
    "aaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaaaaaaaaaacbaaaaaacbaaaaa"
    "aapoaaaaafpjaaaaaaampjbaadnpfaaaaaaaeppomnppnaaaaaaaaagopppplcaaaaaaaaaaadffcaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppc"
    "aaaaaaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalp"
    "pgaipplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaaaaaa"
    "abjkjaaikkbaaaaaaaaaaaaajpodagppgaaaaaaaaaaaaafppeacopiaaaaaaaaaaaaacopgaampkaaaaaaaaaaaaaaehfaadhhaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaaa"
    "bnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppo"
    "aaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaa"
    "pppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaa"
    "ahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmcaaaaaaaaaaelppppp"
    "ppmgaaaaaaaaaaaaaabefggebaaaaaaaaaaaaaaaaijgaagjjbaaaaaaafppdadpphaaaaaaaampkaalpmaaaaaaaafpobaeppdaaaaaaaanphaa"
    "mpiaaaaaaaafpnaafpmaaaaaaaaadecaadecaaaaaaaaaaaaaaaaaaaaaaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacoppplijnpppjaaaamp"
    "pncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmdppmaaaaaaaaae"
    "ppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabfnppocaaaajppp"
    "ppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaaaaaaaaacdeffffffffffffffffeaaaaaaaacilopppppppppppppppppppoaaaaa"
    "adlpppppppppppppppppppppppoaaaaahppppoliggffnppiffffffffffeaaaaipppngbaaaaaanppfaaaaaaaaaaaaaafppplbaaaaaaaanppf"
    "aaaaaaaaaaaaaanppmbaaaaaaaaanppfaaaaaaaaaaaaagpppdaaaaaaaaaanppfaaaaaaaaaaaaakpplaaaaaaaaaaanppfaaaaaaaaaaaaaopp"
    "haaaaaaaaaaanppfaaaaaaaaaaaabpppeaaaaaaaaaaanppnmmmmmmmmmmfacpppdaaaaaaaaaaanpppppppppppppgadpppcaaaaaaaaaaanppo"
    "nnnnnnnnnngacpppdaaaaaaaaaaanppfaaaaaaaaaaaaapppfaaaaaaaaaaanppfaaaaaaaaaaaaanppiaaaaaaaaaaanppfaaaaaaaaaaaaajpp"
    "naaaaaaaaaaanppfaaaaaaaaaaaaaepppgaaaaaaaaaanppfaaaaaaaaaaaaaalppodaaaaaaaaanppfaaaaaaaaaaaaaacoppoeaaaaaaaanppf"
    "aaaaaaaaaaaaaaaepppplfbaaaaanppfaaaaaaaaaaaaaaaadmpppppnlkkkopplkkkkkkkkkkkcaaaaaagmpppppppppppppppppppppppdaaaa"
    "aaaadhkmnopppppppppppppppppdaaaaafjmnnlhcaaaaachlmnmkfaaaaaaaacmppppppppgaaaippppppppmcaaaaacoppplijnpppialpppmj"
    "ikoppocaaaamppncaaaagpppmppneaaaabjppmaaafppocaaaaaahppppocaaaaaaalppeaalpphaaaaaaaaoppphaaaaaaaaeppkaaoppcaaaaa"
    "aaajpppcaaaaaaaaaopnacppoaaaaaaaaafpppeeefffffffoppadppnaaaaaaaaaeppppppppppppppppbdppmaaaaaaaaaepppoooooooooooo"
    "obcppnaaaaaaaaaeppoaaaaaaaaaaaaaabpppaaaaaaaaahpppbaaaaaaaaaaaaaanppeaaaaaaaalpppgaaaaaaaaaaaaaaipplaaaaaaacpppp"
    "naaaaaaaaaaaaaacpppgaaaaabmpppppkaaaaaaaaaddaaahpppjdabfnppnfoppngcaabehmpgaaaajpppppppppndaeopppppppppppgaaaaaf"
    "npppppojbaaabioppppppplgbaaaaaaacfggebaaaaaaaadfggfdbaaaaaaaaaaabkkiaaaaaaaaaaaaaaakpocaaaaaaaaaaaaaahppdaaaaaaa"
    "aaaaaaadppfaaaaaaaaaaaaaaafhfaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaefffffffecaaaaaaaaanpppppppppojcaaaaaanppppppppppppfa"
    "aaaanppheeeegkppppdaaaanppeaaaaaadopplaaaanppeaaaaaaahppoaaaanppeaaaaaaadpppcaaanppeaaaaaaacpppdaaanppeaaaaaaaep"
    "ppcaaanppeaaaaaaajppnaaaanppeaaaaaagppphaaaanppjhhhhimpppkaaaaanppppppppppohaaaaaanppppppppppmdaaaaaanppgcccdgmp"
    "podaaaaanppeaaaaaakppnbaaaanppeaaaaaabnpphaaaanppeaaaaaaafppobaaanppeaaaaaaaamppiaaanppeaaaaaaaafppobaanppeaaaaa"
    "aaaamppiaanppeaaaaaaaaafppobanppeaaaaaaaaaamppianppeaaaaaaaaaafppobaaaaaaaabklkbaaaaaaaakppeaaaaaaaahppgaaaaaaaa"
    "dppiaaaaaaaabnpkaaaaaaaaakpmaaaaaaaaaaddbaaaaaaaaaaaaaaaaaabiigaaejmnncabppmbkpppppcabppmkppmklocabppppmcaaaaaab"
    "pppnbaaaaaaabpppgaaaaaaaabpppbaaaaaaaabppnaaaaaaaaabppmaaaaaaaaabppmaaaaaaaaabppmaaaaaaaaabppmaaaaaaaaabppmaaaaa"
    "aaaabppmaaaaaaaaabppmaaaaaaaaabppmaaaaaaaaabppmaaaaaaaaabppmaaaaaaaaaefffffffecaaaaaaaaanpppppppppojcaaaaaanpppp"
    "ppppppppfaaaaanppheeeegkppppdaaaanppeaaaaaadopplaaaanppeaaaaaaahppoaaaanppeaaaaaaadpppcaaanppeaaaaaaacpppdaaanpp"
    "eaaaaaaaepppcaaanppeaaaaaaajppnaaaanppeaaaaaagppphaaaanppjhhhhimpppkaaaaanppppppppppohaaaaaanppppppppppmdaaaaaan"
    "ppgcccdgmppodaaaaanppeaaaaaakppnbaaaanppeaaaaaabnpphaaaanppeaaaaaaafppobaaanppeaaaaaaaamppiaaanppeaaaaaaaafppoba"
    "anppeaaaaaaaaamppiaanppeaaaaaaaaafppobanppeaaaaaaaaaamppianppeaaaaaaaaaafppobaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaghhdaaaaaaaaaaaaaabppobaaaaaaaaaaaaaafpphaaaaaaaaaaaaaaajpobaaaaaaaaaaaaaaanphaaaaaaaaaaaaaaaaiibaaaa"
    "aaaaabiigaaejmnncbppmbkpppppcbppmkppmklocbppppmcaaaaabpppnbaaaaaabpppgaaaaaaabpppbaaaaaaabppnaaaaaaaabppmaaaaaaa"
    "abppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaafhhdaaaaaaaaoppcaaaaaaadppjaaaaaaaahppcaaaaaaaalpjaaaaaaaaahibaaaaaaaaaaafheaaaafheaaaaaaa"
    "aacopeaagpnbaaaaaaaaaaepoefpodaaaaaaaaaaaahpoppfaaaaaaaaaaaaaaikkhaaaaaaaaaaaaaaaaaaaaaaaaaaaaaefffffffecaaaaaaa"
    "aanpppppppppojcaaaaaanppppppppppppfaaaaanppheeeegkppppdaaaanppeaaaaaadopplaaaanppeaaaaaaahppoaaaanppeaaaaaaadppp"
    "caaanppeaaaaaaacpppdaaanppeaaaaaaaepppcaaanppeaaaaaaajppnaaaanppeaaaaaagppphaaaanppjhhhhimpppkaaaaanppppppppppoh"
    "aaaaaanppppppppppmdaaaaaanppgcccdgmppodaaaaanppeaaaaaakppnbaaaanppeaaaaaabnpphaaaanppeaaaaaaafppobaaanppeaaaaaaa"
    "amppiaaanppeaaaaaaaafppobaanppeaaaaaaaaamppiaanppeaaaaaaaaafppobanppeaaaaaaaaaamppianppeaaaaaaaaaafppobadjhaaaaa"
    "ijcaampgaaajpkaaadppdafpocaaaaipncopgaaaaabnpoplaaaaaaaeppocaaaaaaaadedaaaaaaaaaaaaaaaabiigaaejmnncbppmbkpppppcb"
    "ppmkppmklocbppppmcaaaaabpppnbaaaaaabpppgaaaaaaabpppbaaaaaaabppnaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppma"
    "aaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaabppmaaaaaaaaaaaaaaaabkkiaaaaaaaaaaaaakpocaaaa"
    "aaaaaaaahppdaaaaaaaaaaaadppfaaaaaaaaaaaaafhfaaaaaaaaaaaaaaaaaaaaaaaaaaaaacgjllkjhebaaaaaclpppppppppplbaadoppppnm"
    "npppppcaboppngbaaaadhmpcahppobaaaaaaaaaebalpphaaaaaaaaaaaaanppfaaaaaaaaaaaaanppgaaaaaaaaaaaaalppmaaaaaaaaaaaaagp"
    "ppmfbaaaaaaaaaaampppppmjgcaaaaaaabkppppppppnhbaaaaaaekopppppppoeaaaaaaaadgjnpppppeaaaaaaaaaaackpppnaaaaaaaaaaaaa"
    "ipppeaaaaaaaaaaaaaopphaaaaaaaaaaaaamppiaaaaaaaaaaaaanpphbaaaaaaaaaaacpppemkdaaaaaaaabmppoamppmifdcceiopppgampppp"
    "ppppppppphaabgkopppppppokdaaaaaaacfghgfdaaaaaaaaaaaaaaabklkbaaaaaaaaaakppeaaaaaaaaaahppgaaaaaaaaaadppiaaaaaaaaaa"
    "bnpkaaaaaaaaaaakpmaaaaaaaaaaaaddbaaaaaaaaaaaaaaaaaaaaaaaachlnonmkhcaaaahppppppppppdaafpppmjiijmppdaanppfaaaaaabh"
    "cabpplaaaaaaaaaaacpplaaaaaaaaaaaaoppfaaaaaaaaaaajpppmhdaaaaaaaabmpppppplgbaaaaaagmppppppogaaaaaaabeimppppfaaaaaa"
    "aaaaclppnaaaaaaaaaaabpppbaaaaaaaaaaanppbceaaaaaaaacppoaepmhdbaacgnppiaeppppppppppplaacjnpppppppngaaaaaabeghgfdaa"
    "aaaaaaaaafllkbaaaaaaaaaaadopoplaaaaaaaaaabnpibnpiaaaaaaaaalpjaacnpfaaaaaaachgaaaachgaaaaaaaaaaaaaaaaaaaaaaaaacgj"
    "llkjhebaaaaaclpppppppppplbaadoppppnmnpppppcaboppngbaaaadhmpcahppobaaaaaaaaaebalpphaaaaaaaaaaaaanppfaaaaaaaaaaaaa"
    "nppgaaaaaaaaaaaaalppmaaaaaaaaaaaaagpppmfbaaaaaaaaaaampppppmjgcaaaaaaabkppppppppnhbaaaaaaekopppppppoeaaaaaaaadgjn"
    "pppppeaaaaaaaaaaackpppnaaaaaaaaaaaaaipppeaaaaaaaaaaaaaopphaaaaaaaaaaaaamppiaaaaaaaaaaaaanpphbaaaaaaaaaaacpppemkd"
    "aaaaaaaabmppoamppmifdcceiopppgamppppppppppppphaabgkopppppppokdaaaaaaacfghgfdaaaaaaaaaaaahjiaaaaaaaaaaaeppphaaaaa"
    "aaaabnpmpocaaaaaaaajpmakplaaaaaaaepocabnpgaaaaabnpfaaadpocaaaabeeaaaaadecaaaaaaaaaaaaaaaaaaaachlnonmkhcaaaahpppp"
    "ppppppdaafpppmjiijmppdaanppfaaaaaabhcabpplaaaaaaaaaaacpplaaaaaaaaaaaaoppfaaaaaaaaaaajpppmhdaaaaaaaabmpppppplgbaa"
    "aaaagmppppppogaaaaaaabeimppppfaaaaaaaaaaclppnaaaaaaaaaaabpppbaaaaaaaaaaanppbceaaaaaaaacppoaepmhdbaacgnppiaeppppp"
    "pppppplaacjnpppppppngaaaaaabeghgfdaaaaaaaaacgjllkjhebaaaaaclpppppppppplbaadoppppnmnpppppcaboppngbaaaadhmpcahppob"
    "aaaaaaaaaebalpphaaaaaaaaaaaaanppfaaaaaaaaaaaaanppgaaaaaaaaaaaaalppmaaaaaaaaaaaaagpppmfbaaaaaaaaaaampppppmjgcaaaa"
    "aaabkppppppppnhbaaaaaaekopppppppoeaaaaaaaadgjnpppppeaaaaaaaaaaackpppnaaaaaaaaaaaaaipppeaaaaaaaaaaaaaopphaaaaaaaa"
    "aaaaamppiaaaaaaaaaaaaanpphbaaaaaaaaaaacpppemkdaaaaaaaabmppoamppmifdcceiopppgamppppppppppppphaabgkopppppppokdaaaa"
    "aaacfgippeaaaaaaaaaaaaaagpjaaaaaaaaaaaaaabppbaaaaaaaaabaaaeppcaaaaaaaaaeommppoaaaaaaaaaadopppmdaaaaaaaaaaaaccbaa"
    "aaaaaaaaachlnonmkhcaaaahppppppppppdaafpppmjiijmppdaanppfaaaaaabhcabpplaaaaaaaaaaacpplaaaaaaaaaaaaoppfaaaaaaaaaaa"
    "jpppmhdaaaaaaaabmpppppplgbaaaaaagmppppppogaaaaaaabeimppppfaaaaaaaaaaclppnaaaaaaaaaaabpppbaaaaaaaaaaanppbceaaaaaa"
    "aacppoaepmhdbaacgnppiaeppppppppppplaacjnpppppppngaaaaaabeghppfaaaaaaaaaaaaeplaaaaaaaaaaaaanpdaaaaaaaabaacopfaaaa"
    "aaabpmmoppcaaaaaaabopppnfaaaaaaaaaabcbaaaaaaaaaadljaaaaglhaaaaaaaakpkaafpnbaaaaaaaabmpjfppdaaaaaaaaaacopppgaaaaa"
    "aaaaaaadhhgaaaaaaaaaaaaaaaaaaaaaaaaaaaacgjllkjhebaaaaaclpppppppppplbaadoppppnmnpppppcaboppngbaaaadhmpcahppobaaaa"
    "aaaaaebalpphaaaaaaaaaaaaanppfaaaaaaaaaaaaanppgaaaaaaaaaaaaalppmaaaaaaaaaaaaagpppmfbaaaaaaaaaaampppppmjgcaaaaaaab"
    "kppppppppnhbaaaaaaekopppppppoeaaaaaaaadgjnpppppeaaaaaaaaaaackpppnaaaaaaaaaaaaaipppeaaaaaaaaaaaaaopphaaaaaaaaaaaa"
    "amppiaaaaaaaaaaaaanpphbaaaaaaaaaaacpppemkdaaaaaaaabmppoamppmifdcceiopppgamppppppppppppphaabgkopppppppokdaaaaaaac"
    "fghgfdaaaaaaaabjjbaaaahjeaaaaajpkaaafpnbaaaaabnpgacopeaaaaaaaepodmpkaaaaaaaaakpopobaaaaaaaaaboppfaaaaaaaaaaaceea"
    "aaaaaaaaaaaaaaaaaaaaaaachlnonmkhcaaaahppppppppppdaafpppmjiijmppdaanppfaaaaaabhcabpplaaaaaaaaaaacpplaaaaaaaaaaaao"
    "ppfaaaaaaaaaaajpppmhdaaaaaaaabmpppppplgbaaaaaagmppppppogaaaaaaabeimppppfaaaaaaaaaaclppnaaaaaaaaaaabpppbaaaaaaaaa"
    "aanppbceaaaaaaaacppoaepmhdbaacgnppiaeppppppppppplaacjnpppppppngaaaaaabeghgfdaaaaaafffffffffffffffffffdbppppppppp"
    "ppppppppppkbpppppppppppppppppppkaffffffffnppjfffffffdaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaa"
    "aaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaa"
    "aaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaam"
    "ppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaa"
    "aaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaabnnbaaaaaaaaaaaaaaaaaafpkaaaaaaaaaaaaaaaaaaappcaaaaaaaaaaaaabbaadppdaaaaaaaaaa"
    "aaadommppobaaaaaaaaaaaaacopppneaaaaaaaaaaaaaaaabcbaaaaaaaaaaaaahhgaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaap"
    "pnaaaaaabiippoiiiiigcppppppppppmcllppollllljaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaa"
    "aaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaaopoaaaaaaaaamppdaaaaaaaaippoigggfaaabnppppppmaaaabimopppm"
    "aaaaaaakpeaaaaaaaaacpnbaaaaaaaaalpfaaaaabaabnphaaaaaonmoppeaaaaanpppohaaaaaaabcbaaaaaaaaaaghdaaaaghdaaaaaaaaaaad"
    "podaaiplaaaaaaaaaaaaagpochpnbaaaaaaaaaaaaaajpoppdaaaaaaaaaaaaaaaajkkfaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafffffffffffff"
    "ffffffdbpppppppppppppppppppkbpppppppppppppppppppkaffffffffnppjfffffffdaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaa"
    "aaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaa"
    "aamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfa"
    "aaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaa"
    "aaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaaaaaaaaaaaaaeppmaaaaaaaagpphaaaaaaaajppdaaahhgaampnaaaappnaapp"
    "iaaaappnacnndaaaappnaaaaaaaaappnaaaaaabiippoiiiiigcppppppppppmcllppollllljaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaa"
    "appnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaaopoaaaaaaaaamppdaaaaaaaaipp"
    "oigggfaaabnppppppmaaaabimopppmafffffffffffffffffffdbpppppppppppppppppppkbpppppppppppppppppppkaffffffffnppjffffff"
    "fdaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaa"
    "aaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaakkkkoppmkkkfaaaaaaaaaoppppppppppiaaaaaaaaaopppppp"
    "pppphaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaa"
    "aaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaahhgaaaaaaaaappnaaaaaaaa"
    "appnaaaaaaaaappnaaaaaaaaappnaaaaaabiippoiiiiigcppppppppppmcllppollllljaaappnaaaaaaaaappnaaaaaaaaappnaaaaaabjkppo"
    "jjjjjhcppppppppppmbjjppojjjjjhaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaappnaaaaaaaaaopoaaaaaaaaamppdaaaaaaaaippoigg"
    "gfaaabnppppppmaaaabhmopppmaaaaaaegfbaabhgaaaaaaaaajpppogafplaaaaaaaadpohkpppppfaaaaaaaafoiaadkongaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaa"
    "aaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaa"
    "aaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcppp"
    "baaaaaaaaaajppibpppdaaaaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaa"
    "aipppppppppppmcaaaaaadlpppppppnhaaaaaaaaaabegggfcaaaaaaaaaagmlfaaakncaaaaafppppiaaopbaaaaampgfopkkpmaaaaaapoaado"
    "pppeaaaaabihaaabgidaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaciieaaaaaaaaeiideppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaa"
    "aaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaa"
    "aaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbppoaaaaaaadpppgampphaaaaabnpppgagpppicbcgnpmppgaalppppppppiippgaabjppppp"
    "nfaippgaaaabfggeaaaaaaaaaaaalmmmmmmmmeaaaaaaaaaoppppppppgaaaaaaaaaiiiiiiiiidaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaa"
    "aaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaa"
    "aaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcpppbaaaaaaaaaajppibpppdaa"
    "aaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaaaipppppppppppmcaaaaaad"
    "lpppppppnhaaaaaaaaaabegggfcaaaaaaaaaimmmmmmmmjaaaaaajpppppppplaaaaaafhhhhhhhhfaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaciieaaaaaaaaeiideppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaipp"
    "geppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaampp"
    "gbppoaaaaaaadpppgampphaaaaabnpppgagpppicbcgnpmppgaalppppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaaaaaabljaaaaaelg"
    "aaaaaaaaanpicabfopfaaaaaaaaafpppppppmaaaaaaaaaaaeloppnhbaaaaaaaaaaaaaabaaaaaaaaaaaaaaaaaaaaaaaaaaaabfffaaaaaaaaa"
    "aadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaa"
    "aaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaa"
    "aaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcpppbaaaaaaaaaajppibpppdaaaaaaaaaampphampphaa"
    "aaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaaaipppppppppppmcaaaaaadlpppppppnhaaaaaaaaa"
    "abegggfcaaaaaaaaaccaaaaaaccaaaaaalpdaaaacpnaaaaaaipmcaablpjaaaaaaboppnnppocaaaaaaadnppppneaaaaaaaaaadffdaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaciieaaaaaaaaeiideppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgep"
    "pjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdp"
    "plaaaaaaaamppgbppoaaaaaaadpppgampphaaaaabnpppgagpppicbcgnpmppgaalppppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaaaa"
    "aaaaacilkfaaaaaaaaaaaaaeopppplaaaaaaaaaaabopjefnpiaaaaaaaaaagpkaaadpnaaaaaaaaaaipgaaaaopaaaaaaaaaagpjaaacpoaaaaa"
    "bfffabophcempiadffddppoaafpppppmbaippkdppoaaadkmlhaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaip"
    "pkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaa"
    "ippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaaaaaaaaaaaippjcpppbaaaaaaaaaajppibpppdaaaaaaaa"
    "aampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahpppmgdccfjpppmaaaaaipppppppppppmcaaaaaadlppppp"
    "ppnhaaaaaaaaaabegggfcaaaaaaaaaaaaacbaaaaaaaaaaaagnppneaaaaaaaaahppnnppfaaaaaaabopeaagpnaaaaaaaepkaaaampcaaaaaafp"
    "jaaaalpdaaaaaacpocaadpoaaaaaaaajpojjophaaaaaaaabkppppiaaaaaaaaaaadggcaaaaaaciieaaaaaaaaeiideppjaaaaaaaaippgeppja"
    "aaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppja"
    "aaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbppoaaaaaaadpppgampphaaaaabnpppgagpppicbcgnpmppgaalpp"
    "ppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaaaaaaaaaajkjbagkkcaaaaaaaaahppeaepphaaaaaaaaaeppgabopjaaaaaaaaabnpiaal"
    "plaaaaaaaaaaehgaachhbaaaaaaaaaaaaaaaaaaaaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaa"
    "aaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaa"
    "aaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdpppaa"
    "aaaaaaaaaippjcpppbaaaaaaaaaajppibpppdaaaaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaaadoppiaaahp"
    "ppmgdccfjpppmaaaaaipppppppppppmcaaaaaadlpppppppnhaaaaaaaaaabegggfcaaaaaaaaaaaaagjiaaejjcaaaaaacpphaanplaaaaaaajp"
    "naahpocaaaaaacppeabopgaaaaaaajpkaaiplaaaaaaacppcacpocaaaaaaacedaacedaaaaaaaaaaaaaaaaaaaaciieaaaaaaaaeiideppjaaaa"
    "aaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaa"
    "aaaaippgeppjaaaaaaaaippgeppjaaaaaaaaippgeppjaaaaaaaajppgdpplaaaaaaaamppgbppoaaaaaaadpppgampphaaaaabnpppgagpppicb"
    "cgnpmppgaalppppppppiippgaabjpppppnfaippgaaaabfggeaaaaaaabfffaaaaaaaaaaadffddppoaaaaaaaaaaaippkdppoaaaaaaaaaaaipp"
    "kdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaai"
    "ppkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaaaippkdppoaaaaaaaaaa"
    "aippkdpppaaaaaaaaaaaippjcpppbaaaaaaaaaajppibpppdaaaaaaaaaampphampphaaaaaaaaabpppeaippnaaaaaaaaahppoaacpppjaaaaaa"
    "adoppiaaahpppmgdccfjpppmaaaaaipppppppppppmcaaaaaadlpppppppnhaaaaaaaaaabeppkfcaaaaaaaaaaaaafpkaaaaaaaaaaaaaaaalpf"
    "aaaaaaaaaaaaaaaanphaabaaaaaaaaaaaaakppmmoaaaaaaaaaaaaaclpppnaaaaaaaaaaaaaaabccaaaaaaaciieaaaaaaaaeiidaaeppjaaaaa"
    "aaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaai"
    "ppgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaajppgaadpplaaaaaaaamppgaabppoaaaaaaadpppga"
    "aampphaaaaabnpppgaaagpppicbcgnpmppgaaaalppppppppiippgaaaabjpppppnfaippgaaaaaabfggeaaabnobaaaaaaaaaaaaaajpgaaaaaa"
    "aaaaaaaabppbaaaaaaaaaaaaaacppdaabaaaaaaaaaaaaopomnjaaaaaaaaaaaaenpppjaaaaaaaaaaaaaabcbaaaaaaaaaaaaablmmiaaaaaaaa"
    "aaaaaaaaaaaaaaaaakpnppfaaaaaaaaaaaaaaaaaaaaaaahpnbfpodaaaaaaaaaaaaaaaaaaaaaepncaagpnbaaaaaaaaaaaaaaaaaaaaefcaaaa"
    "efcaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaaaaafffdaaaaaaaaadffdlpphaaaaaaaacpppmaaaaaaaaamppghpplaaaaa"
    "aaagppppbaaaaaaabpppcdppoaaaaaaaakppppeaaaaaaafppnaaoppdaaaaaaaopkopiaaaaaaaippjaalpphaaaaaacppglpmaaaaaaamppgaa"
    "hpplaaaaaagppchppbaaaaabpppcaadppoaaaaaakpoaeppeaaaaafppnaaaaoppdaaaaanpkaappiaaaaaippjaaaalpphaaaacppgaalpmaaaa"
    "amppgaaaahppkaaaagppdaaippbaaabpppcaaaadppoaaaakpoaaaeppeaaaeppnaaaaaaoppdaaanpkaaabppiaaaippjaaaaaalpphaacpphaa"
    "aampmaaamppgaaaaaahppkaagppdaaaaippbabpppcaaaaaadppoaakpoaaaaafppeaeppnaaaaaaaaoppdanplaaaaabppiaippjaaaaaaaalpp"
    "hcpphaaaaaampmamppfaaaaaaaahppkgppdaaaaaajppbpppcaaaaaaaadppojpoaaaaaaafppippnaaaaaaaaaaoppoplaaaaaaabppoppjaaaa"
    "aaaaaalpppphaaaaaaaanppppfaaaaaaaaaahppppeaaaaaaaajppppcaaaaaaaaaadppppaaaaaaaaafpppnaaaaaaaaaaaaaaaadllfaaaaaaa"
    "aaaaaaaaaaaaanppobaaaaaaaaaaaaaaaaaaipnmpkaaaaaaaaaaaaaaaaadppecopfaaaaaaaaaaaaaaaamphaafpobaaaaaaaaaaaaaahplaaa"
    "ajpjaaaaaaaaaaaaaacdbaaaaaddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeiicaaaaaafiigaaaaaabiiggpphaaaaaanpppbaaaaafppicppla"
    "aaaacppppfaaaaajppfanppbaaaagppppjaaaaanppbajppeaaaakpnkpnaaaabppmaafppiaaaaopjgppbaaafppiaabppmaaadppfcppfaaajp"
    "peaaamppbaahppbanpjaaanppaaaaippfaalpmaakpnaacpplaaaafppjaaopiaagppcagpphaaaabppnadppeaacppgakppdaaaaamppchppbaa"
    "anpkaopoaaaaaaippglplaaaajpodppkaaaaaaeppkpphaaaafppkppgaaaaaaaoppppdaaaabpppppcaaaaaaalpppoaaaaaampppoaaaaaaaah"
    "ppplaaaaaaipppkaaaaaaaadppphaaaaaaepppgaaaaaaaaaaaablmmhaaaaaaaaaaaaaaaalpnppeaaaaaaaaaaaaaaipmbfpocaaaaaaaaaaaa"
    "fpncaagpmbaaaaaaaaaaaefcaaaaefcaaaaaaaaaaaaaaaaaaaaaaaaaaafffcaaaaaaaaaaaaeffcaippnbaaaaaaaaaafppocaamppiaaaaaaa"
    "aaboppgaaadpppeaaaaaaaakppkaaaaahppnbaaaaaafppobaaaaaamppjaaaaaboppfaaaaaaacpppeaaaakppkaaaaaaaaahppnbaafppobaaa"
    "aaaaaaamppjaboppfaaaaaaaaaaacoppekppkaaaaaaaaaaaaagppoppobaaaaaaaaaaaaaalppppeaaaaaaaaaaaaaaacoppjaaaaaaaaaaaaaa"
    "aaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppf"
    "aaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaa"
    "aaaaaaaaajljaaaaaaaaaaaaaahpppgaaaaaaaaaaaacppkpocaaaaaaaaaaampjakplaaaaaaaaaagpnbabnpfaaaaaaaacopdaaadpobaaaaaa"
    "abdcaaaaacdbaaaaaaaaaaaaaaaaaaaaaahiibaaaaaaaaabiihakppgaaaaaaaaahppjadppmaaaaaaaaanppdaamppdaaaaaaaeppmaaagppja"
    "aaaaaakppgaaabopobaaaaabppobaaaajppgaaaaahppjaaaaadppmaaaaanppdaaaaaalppdaaaeppmaaaaaaafppjaaakppfaaaaaaaaopobab"
    "ppoaaaaaaaaaippgahppiaaaaaaaaacppmanppcaaaaaaaaaalpphpplaaaaaaaaaaaepppppfaaaaaaaaaaaanpppoaaaaaaaaaaaaahpppiaaa"
    "aaaaaaaaaabpppcaaaaaaaaaaaaaepplaaaaaaaaaaaaaakppfaaaaaaaaaaaaacppoaaaaaaaaaaaaablpphaaaaaaaaaaflmoppnbaaaaaaaaa"
    "ahppppndaaaaaaaaaaafkkigaaaaaaaaaaaaaaaaadddbaacddbaaaaaaaaaaanppfaalpphaaaaaaaaaaanppfaalpphaaaaaaaaaaamoofaalo"
    "ogaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafffcaaaaaaaaaaaaeffcaippnbaaaaaaaaaafppocaamppiaaaaaaaaaboppga"
    "aadpppeaaaaaaaakppkaaaaahppnbaaaaaafppobaaaaaamppjaaaaaboppfaaaaaaacpppeaaaakppkaaaaaaaaahppnbaafppobaaaaaaaaaam"
    "ppjaboppfaaaaaaaaaaacoppekppkaaaaaaaaaaaaagppoppobaaaaaaaaaaaaaalppppeaaaaaaaaaaaaaaacoppjaaaaaaaaaaaaaaaaamppfa"
    "aaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaa"
    "aaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaa"
    "aabkkiaaaaaaaaaaaaaaaakpocaaaaaaaaaaaaaaahppdaaaaaaaaaaaaaaadppfaaaaaaaaaaaaaaaafhfaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "abffffffffffffffffffbdppppppppppppppppppcdppppppppppppppppppcbfffffffffffffgppplaaaaaaaaaaaaaaalppnbaaaaaaaaaaaa"
    "aajpppdaaaaaaaaaaaaaagpppfaaaaaaaaaaaaaadpppiaaaaaaaaaaaaaabnpplaaaaaaaaaaaaaaamppnbaaaaaaaaaaaaaajppodaaaaaaaaa"
    "aaaaagpppfaaaaaaaaaaaaaaepppiaaaaaaaaaaaaaacopplaaaaaaaaaaaaaaamppnbaaaaaaaaaaaaaakppocaaaaaaaaaaaaaahpppeaaaaaa"
    "aaaaaaaaeppphaaaaaaaaaaaaaacoppkaaaaaaaaaaaaaabmppmbaaaaaaaaaaaaaakppocaaaaaaaaaaaaaagpppnkkkkkkkkkkkkkkfipppppp"
    "pppppppppppphipppppppppppppppppphaaaaaaaaabklkbaaaaaaaaaakppeaaaaaaaaaahppgaaaaaaaaaadppiaaaaaaaaaabnpkaaaaaaaaa"
    "aakpmaaaaaaaaaaaaddbaaaaaaaaaaaaaaaaaaaaaciiiiiiiiiiiiidepppppppppppppgdmmmmmmmmmmpppgaaaaaaaaaagppocaaaaaaaaaep"
    "ppeaaaaaaaaadoppgaaaaaaaaacnppiaaaaaaaaabmppkaaaaaaaaaalppmaaaaaaaaaajppnbaaaaaaaaahppocaaaaaaaaafpppeaaaaaaaaad"
    "oppfaaaaaaaaacoppiaaaaaaaaabmppkaaaaaaaaaaippofeeeeeeeeecjpppppppppppppgjpppppppppppppgaaaaaaaaceecaaaaaaaaaaaaa"
    "aaajppiaaaaaaaaaaaaaaaajppiaaaaaaaaaaaaaaaajooiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabffffffffffffffff"
    "ffbdppppppppppppppppppcdppppppppppppppppppcbfffffffffffffgppplaaaaaaaaaaaaaaalppnbaaaaaaaaaaaaaajpppdaaaaaaaaaaa"
    "aaagpppfaaaaaaaaaaaaaadpppiaaaaaaaaaaaaaabnpplaaaaaaaaaaaaaaamppnbaaaaaaaaaaaaaajppodaaaaaaaaaaaaaagpppfaaaaaaaa"
    "aaaaaaepppiaaaaaaaaaaaaaacopplaaaaaaaaaaaaaaamppnbaaaaaaaaaaaaaakppocaaaaaaaaaaaaaahpppeaaaaaaaaaaaaaaeppphaaaaa"
    "aaaaaaaaacoppkaaaaaaaaaaaaaabmppmbaaaaaaaaaaaaaakppocaaaaaaaaaaaaaagpppnkkkkkkkkkkkkkkfipppppppppppppppppphipppp"
    "pppppppppppppphaaaaaaffeaaaaaaaaaaacppmaaaaaaaaaaacppmaaaaaaaaaaacppmaaaaaaaaaaabffeaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaciiiiiiiiiiiiidepppppppppppppgdmmmmmmmmmmpppgaaaaaaaaaagppocaaaaaaaaaepppeaaaaaaaaadoppgaaaaaaaaacnppiaa"
    "aaaaaaabmppkaaaaaaaaaalppmaaaaaaaaaajppnbaaaaaaaaahppocaaaaaaaaafpppeaaaaaaaaadoppfaaaaaaaaacoppiaaaaaaaaabmppka"
    "aaaaaaaaaippofeeeeeeeeecjpppppppppppppgjpppppppppppppgaaaaaflhaaaailfaaaaaaaaaabmphaaiplaaaaaaaaaaaacopghpnbaaaa"
    "aaaaaaaaaeppppdaaaaaaaaaaaaaaafhheaaaaaaaaaaaaaaaaaaaaaaaaaaaabffffffffffffffffffbdppppppppppppppppppcdppppppppp"
    "pppppppppcbfffffffffffffgppplaaaaaaaaaaaaaaalppnbaaaaaaaaaaaaaajpppdaaaaaaaaaaaaaagpppfaaaaaaaaaaaaaadpppiaaaaaa"
    "aaaaaaaabnpplaaaaaaaaaaaaaaamppnbaaaaaaaaaaaaaajppodaaaaaaaaaaaaaagpppfaaaaaaaaaaaaaaepppiaaaaaaaaaaaaaacopplaaa"
    "aaaaaaaaaaaamppnbaaaaaaaaaaaaaakppocaaaaaaaaaaaaaahpppeaaaaaaaaaaaaaaeppphaaaaaaaaaaaaaacoppkaaaaaaaaaaaaaabmppm"
    "baaaaaaaaaaaaaakppocaaaaaaaaaaaaaagpppnkkkkkkkkkkkkkkfipppppppppppppppppphipppppppppppppppppphaadjhaaaaaijcaaaaa"
    "mpgaaajpkaaaaaadppdafpocaaaaaaaipncopgaaaaaaaabnpoplaaaaaaaaaaeppocaaaaaaaaaaadedaaaaaaaaaaaaaaaaaaaaaciiiiiiiii"
    "iiiidepppppppppppppgdmmmmmmmmmmpppgaaaaaaaaaagppocaaaaaaaaaepppeaaaaaaaaadoppgaaaaaaaaacnppiaaaaaaaaabmppkaaaaaa"
    "aaaalppmaaaaaaaaaajppnbaaaaaaaaahppocaaaaaaaaafpppeaaaaaaaaadoppfaaaaaaaaacoppiaaaaaaaaabmppkaaaaaaaaaaippofeeee"
    "eeeeecjpppppppppppppgjpppppppppppppgaaaaaaaceffeaaaaahoppppnaaaaippppppnaaabpppgcbbbaaafppjaaaaaaaahppgaaaaaaaai"
    "ppgaaaaaciilppgaaaaaepppppgaaaaadllnppgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippga"
    "aaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaaaaaippgaaaaa"
    "aaaaagjjeaaaaaaaaaaaaaaaaaepplaaaaaaaaaaaaaaaaabnpmbaeffeaaaaaaaaaaaalpncacppppbaaaaaaaaaahpodaaippppgaaaaaaaaad"
    "ppeaaaoppppmaaaaaaaaadedaaafppkmppdaaaaaaaaaaaaaakppfgppjaaaaaaaaaaaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaa"
    "aanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalp"
    "pfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjjjjjoppgaaaaaanppppppppppppppmaaaaaeppppppppppppppppcaaaakppiaa"
    "aaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaaaaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaa"
    "aaaaaaaanpphbbbbjppljppljpplinnjaaaacjjhaaaaaaaaaaaaaaaaaaampodaaaaaaaaaaaaaaaaaajppebffffffffffffffdaafppgadppp"
    "pppppppppppiacopiaadppppppppppppppiampkaaadpppfffffffffffdbeeaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaad"
    "ppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaadpppmmmmmmmmmmmbaaaaa"
    "aadppppppppppppppbaaaaaaadpppnnnnnnnnnnnbaaaaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaa"
    "aaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaaaaaaaaaadppoaaaaaaaaaaa"
    "aaaaaaaadpppkkkkkkkkkkkiaaaaaaadppppppppppppppmaaaaaaadppppppppppppppmaaaabjjibaaaaaaaaaaaaaaaaaaaaakppfaaaaaaaa"
    "aaaaaaaaaaaaagpphbffeaaaaaaaaaaadffcaadopjaeppnaaaaaaaaaaakpphabnplaaeppnaaaaaaaaaaakpphajpmbaaeppnaaaaaaaaaaakp"
    "phaeebaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaa"
    "aeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaepppmmmmmmmmmmmopphaaaaaaaeppppppppppppppppphaaaaaaaepppnnn"
    "nnnnnnnnopphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaa"
    "kpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaa"
    "aaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaaaaaeppnaaaaaaaaaaakpphaaaabjjiaaaaaaalppeaaaaaahppgbfffaaepp"
    "iadppoabnpkaadppoalplaaadppobeebaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaa"
    "dppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadppoaaaaaaadp"
    "poaaaaaaadppoaaaaaaadppodiiiiiiiiiiiiiiifgpppppppppppppppjgpieeeeeeeeeeegpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpg"
    "aaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaa"
    "adpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaa"
    "aaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadp"
    "jgpgaaaaaaaaaaadpjgphcccccccccccepjgpppppppppppppppjekkkkkkkkkkkkkkkgaaaabjjibaaaaaaaaaaaaaaaaaaaaakppfaaaaaaaaa"
    "aaaaaaaaaaaagpphaaacgjklkieaaaaaaaaaadppjaadlppppppppohaaaaaaabnplaahpppppnnoppppmbaaaaakpmbaipppnfbaaadjpppncaa"
    "aaeebafpppjaaaaaaaaeopplaaaaaaabopplaaaaaaaaaaepppgaaaaaahppocaaaaaaaaaaajppnaaaaaanppjaaaaaaaaaaaadpppeaaaacppp"
    "eaaaaaaaaaaaaamppiaaaafpppbaaaaaaaaaaaaajppmaaaahppnaaaaaaaaaaaaaagppnaaaaippmaaaaaaaaaaaaaagppoaaaaipplaaaaaaaa"
    "aaaaaafpppaaaaippmaaaaaaaaaaaaaagppoaaaagppoaaaaaaaaaaaaaahppnaaaaepppbaaaaaaaaaaaaakpplaaaabpppfaaaaaaaaaaaaanp"
    "phaaaaalpplaaaaaaaaaaaaepppdaaaaafpppeaaaaaaaaaaampplaaaaaaamppnbaaaaaaaaaipppeaaaaaaacoppndaaaaaaaipppiaaaaaaaa"
    "afppppkfdcehnpppkaaaaaaaaaaadnpppppppppppiaaaaaaaaaaaaaahnppppppokdaaaaaaaaaaaaaaaaacfggfeaaaaaaaaadiiiiiiiiiiii"
    "iiifgpppppppppppppppjgpieeeeeeeeeeegpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaa"
    "aaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadp"
    "jgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaa"
    "aaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgphcccccccccccepjgp"
    "ppppppppppppppjekkkkkkkkkkkkkkkgaaaadjjhaaaaaaaaaaaaaaaaaaaaaaabnpocaaaaaaaaaaaaaaaaaaaaaaakpodbfffaaaaaaaaaaaab"
    "fffbaagppfaamppiaaaaaaaaaaakpplaadpphaaadpppdaaaaaaaaafppobabnpjaaaaahppnbaaaaaaaboppfaaceeaaaaaaamppiaaaaaaakpp"
    "kaaaaaaaaaaaaadpppeaaaaafppobaaaaaaaaaaaaaahppnbaaaboppfaaaaaaaaaaaaaaaamppjaaakppkaaaaaaaaaaaaaaaaacpppeagppoba"
    "aaaaaaaaaaaaaaaaahppncoppfaaaaaaaaaaaaaaaaaaaalppoppjaaaaaaaaaaaaaaaaaaaaacopppnbaaaaaaaaaaaaaaaaaaaaaagpppeaaaa"
    "aaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaa"
    "aaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaa"
    "aaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaaaaaaaaaaaacpppaaaaaaaaaaaaaejjgaaaaaaaaaaaaaaaa"
    "aaaaacopnbaaaaaaaaaaaaaaaaaaaaalpocaaabfhijhfbaaaaaaaaaaippeaadlppppppppleaaaaaaaeppfaaippppppppppppjaaaaabophaa"
    "kpppnieccdhnppplaaaaceeaaipppjbaaaaaaahpppkaaaaaaadpppiaaaaaaaaaagpppfaaaaaakppmaaaaaaaaaaaakppmaaaaabpppeaaaaaa"
    "aaaaaadpppdaaaafppoaaaaaaaaaaaaaampphaaaaipplaaaaaaaaaaaaaajppkaaaajppjaaaaaaaaaaaaaaipplaaaakppiaaaaaaaaaaaaaah"
    "ppmaaaakppjaaaaaaaaaaaaaaipplaaaaipplaaaaaaaaaaaaaakppkaaaafppoaaaaaaaaaaaaaanpphaaaabpppfaaaaaaaaaaaadpppdaaaaa"
    "kppmaaaaaaaaaaaakppmaaaaaacpppfaaaaaaaaaaepppeaaaaaaahppodaaaaaaaacnppjaaaaaaaaakppndaaaaaacnpplaaaaaaaaaaakppog"
    "aaaaeoppmbaaaaaaalmmmmppppgaaeppppmmmmmbaaaopppppppphaaepppppppppbaaaopppppppphaaepppppppppbaaaaaabeeeaaaaaakppf"
    "aaaaahpphaaaaadppjaaaaabnplaaaaaakpmbaaaaacjjcaaaadeebaadeeboppeaamppfoppeaamppfnoodaaloofaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaabiigaaaaaadppmaaaaaadppmaaaaaadppmaaaaaadppmaaaaaadppmaaaaaacppmaaaaaacppmaaaaaacppmaaaaaacppmaaaaaacp"
    "pmaaaaaacppmaaaaaacppmaaaaaaappnaaaaaaamppdaaaaaahppoihgaaaamppppoaaaabhmopoaaaaaaaaaeffeaaaaaaaaaaaaaaaaacppppb"
    "aaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfgppjaaaaaaaaaaaaabppoabppoa"
    "aaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaadppna"
    "aaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjjjjjoppgaaaaaanppppppppppppppma"
    "aaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppeaampphaaaaaaaaaaaaippka"
    "dpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanppheffffffffecaaaaaanppppppppppoibaaanppppppppppppodaanppheeeeegkpppnba"
    "nppeaaaaaaaepppganppeaaaaaaaakppjanppeaaaaaaaahppkanppeaaaaaaaaippjanppeaaaaaaaanppganppeaaaaaackppnaanppmllllln"
    "pppmcaanpppppppppppibaaanpponnnnnopppofaanppeaaaaaacipppfanppeaaaaaaaagppobnppeaaaaaaaaanppgnppeaaaaaaaaakppjnpp"
    "eaaaaaaaaakppknppeaaaaaaaaamppjnppeaaaaaaaadpppgnppeaaaaaaaenppobnppljjjjjknppppfanppppppppppppofaanpppppppponkg"
    "baaaefffffffffffffdnpppppppppppppknpppppppppppppknppiffffffffffdnppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanpp"
    "eaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaa"
    "aaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanp"
    "peaaaaaaaaaaanppeaaaaaaaaaaaaaaaaaaaaeffeaaaaaaaaaaaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaa"
    "aaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfhppjaaaaaaaaaaaaabppoabppoaaaaaaaaaaaaahppjaalppfaaaaaaaaaaaanppdaafpplaaaa"
    "aaaaaaadppnaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaaeppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppgaaaaaaippjaaaa"
    "aaacpppbaaaaaacppobaaaaaaippkaaaaaaaamppgaaaaaanppfaaaaaaaagppmaaaaaeppoaaaaaaaaabpppcaaaakppjaaaaaaaaaakppiaaab"
    "pppdaaaaaaaaaafppnaaagppnaaaaaaaaaaaaoppeaamppnjjjjjjjjjjjjnppkadppppppppppppppppppppbipppppppppppppppppppphefff"
    "ffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppe"
    "aaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppe"
    "aaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppl"
    "kkkkkkkkkkkcnppppppppppppppdnppppppppppppppdbffffffffffffffffffbdppppppppppppppppppcdppppppppppppppppppcbfffffff"
    "ffffffgppplaaaaaaaaaaaaaaalppnbaaaaaaaaaaaaaajpppdaaaaaaaaaaaaaagpppfaaaaaaaaaaaaaadpppiaaaaaaaaaaaaaabnpplaaaaa"
    "aaaaaaaaaamppnbaaaaaaaaaaaaaajppodaaaaaaaaaaaaaagpppfaaaaaaaaaaaaaaepppiaaaaaaaaaaaaaacopplaaaaaaaaaaaaaaamppnba"
    "aaaaaaaaaaaaakppocaaaaaaaaaaaaaahpppeaaaaaaaaaaaaaaeppphaaaaaaaaaaaaaacoppkaaaaaaaaaaaaaabmppmbaaaaaaaaaaaaaakpp"
    "ocaaaaaaaaaaaaaagpppnkkkkkkkkkkkkkkfipppppppppppppppppphippppppppppppppppppheffbaaaaaaaaaabfffnppeaaaaaaaaaaeppo"
    "nppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppe"
    "aaaaaaaaaaepponppeaaaaaaaaaaepponppnmmmmmmmmmmmpponpppppppppppppppponpponnnnnnnnnnopponppeaaaaaaaaaaepponppeaaaa"
    "aaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaa"
    "aaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaeppoaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaado"
    "pppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahp"
    "pobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeakllllllllllbbpppecpppdaoppppppppppcapppf"
    "dpppcanoooooooooobaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaip"
    "pnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaagpppcaaahpppfaaaaaaaaadoppjaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpp"
    "pndaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmfaaaaaaaaaaaaaabefggebaaaaaaaaeffbnppenppenppenppenppenppenppenppen"
    "ppenppenppenppenppenppenppenppenppenppenppenppenppenppenppeeffbaaaaaaaaacfffdanppeaaaaaaaadoppncanppeaaaaaaaeopp"
    "mbaanppeaaaaaaeopplbaaanppeaaaaafppplbaaaanppeaaaagpppkaaaaaanppeaaagpppjaaaaaaanppeaahpppiaaaaaaaanppeaippphaaa"
    "aaaaaanppfjppphaaaaaaaaaanppnpppgaaaaaaaaaaanpppppiaaaaaaaaaaaanpppppoeaaaaaaaaaaanppgnppoeaaaaaaaaaanppecnppoea"
    "aaaaaaaanppeacnppoeaaaaaaaanppeaacnppodaaaaaaanppeaaacnppodaaaaaanppeaaaacnppodaaaaanppeaaaaacnppodaaaanppeaaaaa"
    "acnppodaaanppeaaaaaaacnppodaanppeaaaaaaaacnppodanppeaaaaaaaaacnppodaaaaaaaaaeffeaaaaaaaaaaaaaaaaacppppbaaaaaaaaa"
    "aaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfhppjaaaaaaaaaaaaabppoabppoaaaaaaaaaa"
    "aaahppjaalppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppnaaaaoppcaaaaaaaaaajpphaaaajpphaaaaaaaaaboppcaaaaeppnaaaaaaaaaf"
    "pplaaaaaanppeaaaaaaaalppgaaaaaaippjaaaaaaacpppbaaaaaacppobaaaaaaippkaaaaaaaamppgaaaaaanppfaaaaaaaagppmaaaaaeppoa"
    "aaaaaaaabpppcaaaakppjaaaaaaaaaakppiaaabpppdaaaaaaaaaafppnaaagppnaaaaaaaaaaaaoppeaampphaaaaaaaaaaaajppkadpppcaaaa"
    "aaaaaaaadpppbipplaaaaaaaaaaaaaanpphefffeaaaaaaaaaaabffffcnppppcaaaaaaaaaaipppphnppppiaaaaaaaaaanpppphnppopnaaaaa"
    "aaaaeppopphnppkppeaaaaaaaakppkpphnppeppkaaaaaaabppkjpphnppdkppbaaaaaagppejpphnppdfppgaaaaaampnajpphnppdaopmaaaaa"
    "dppiajpphnppdaippcaaaaippcajpphnppdadppiaaaaopmaajpphnppdaampnaaafppgaajpphnppdaagppeaakppbaajpphnppdaabppkabppk"
    "aaajpphnppdaaakppbhppeaaajpphnppdaaaeppgmpnaaaajpphnppdaaaaopnppiaaaajpphnppdaaaaippppcaaaajpphnppdaaaacpppmaaaa"
    "ajpphnppdaaaaahiieaaaaajpphnppdaaaaaaaaaaaaaajpphnppdaaaaaaaaaaaaaajpphnppdaaaaaaaaaaaaaajpphnppdaaaaaaaaaaaaaaj"
    "pphefffcaaaaaaaaabffenpppmaaaaaaaaaeppmnppppfaaaaaaaaeppmnppppnaaaaaaaaeppmnppoppgaaaaaaaeppmnpphppobaaaaaaeppmn"
    "ppdlpphaaaaaaeppmnppddppobaaaaaeppmnppdakppiaaaaaeppmnppdacppocaaaaeppmnppdaajppjaaaaeppmnppdaacpppcaaaeppmnppda"
    "aaippkaaaeppmnppdaaaboppdaaeppmnppdaaaahpplaaeppmnppdaaaaboppeaeppmnppdaaaaagppmaeppmnppdaaaaaanppfeppmnppdaaaaa"
    "agppmeppmnppdaaaaaaamppkppmnppdaaaaaaafpppppmnppdaaaaaaaamppppmnppdaaaaaaaaeppppmnppdaaaaaaaaalpppmeffffffffffff"
    "fdnpppppppppppppinpppppppppppppiefffffffffffffdaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaacmmmmmmmmmmkaaadppppppppppnaaadnnnnnnnnnnmaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaikkkkkkkkkkkkkfnpppppppppppppinppp"
    "ppppppppppiaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaaaaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppnca"
    "aaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaepppeaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppga"
    "aaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaaapppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpp"
    "peaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaaaaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppca"
    "aahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdcdflpppodaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmgaaa"
    "aaaaaaaaaaabefggebaaaaaaaaefffffffffffffffffnpppppppppppppppponpppppppppppppppponppiffffffffffhpponppeaaaaaaaaaa"
    "epponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaeppo"
    "nppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppe"
    "aaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaa"
    "aaaaaaeppoefffffffecaaaaaanpppppppppoibaaanpppppppppppoeaanppheeeegkpppocanppeaaaaaafpppjanppeaaaaaaajppoanppeaa"
    "aaaaaepppcnppeaaaaaaacpppdnppeaaaaaaadpppcnppeaaaaaaahpppanppeaaaaaacopplanppeaaaabgnpppeanppppppppppppiaanppppp"
    "pppppnfaaanppljjjjihdaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaa"
    "aaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaadiiiiiiiiiiiiiiifgpppppppppppppppjgpieeeeeeeeeeegpjgpg"
    "aaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaa"
    "adpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaa"
    "aaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadp"
    "jgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgpgaaaaaaaaaaadpjgphcccccccccccepjgpppppppppppppppjekkkkkkkkkkkkkkkgeffffffff"
    "fffffeanpppppppppppppnanpppppppppppppnakpppgfffffffffeablppmbaaaaaaaaaaabmpplaaaaaaaaaaaacnppkaaaaaaaaaaaacoppja"
    "aaaaaaaaaaadopphaaaaaaaaaaaaepppgaaaaaaaaaaaagpppfaaaaaaaaaaaajppobaaaaaaaaaacoppiaaaaaaaaaaampplaaaaaaaaaaajppn"
    "baaaaaaaaaagpppeaaaaaaaaaadopphaaaaaaaaaabnppkaaaaaaaaaaakppnbaaaaaaaaaahpppdaaaaaaaaaadpppgaaaaaaaaaaamppokkkkk"
    "kkkkkkcnppppppppppppppdnppppppppppppppdafffffffffffffffffffdbpppppppppppppppppppkbpppppppppppppppppppkaffffffffn"
    "ppjfffffffdaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaa"
    "aaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaa"
    "aaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaam"
    "ppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaafffcaaaaaaaaaaaa"
    "effcaippnbaaaaaaaaaafppocaamppiaaaaaaaaaboppgaaadpppeaaaaaaaakppkaaaaahppnbaaaaaafppobaaaaaamppjaaaaaboppfaaaaaa"
    "acpppeaaaakppkaaaaaaaaahppnbaafppobaaaaaaaaaamppjaboppfaaaaaaaaaaacoppekppkaaaaaaaaaaaaagppoppobaaaaaaaaaaaaaalp"
    "pppeaaaaaaaaaaaaaaacoppjaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaa"
    "aaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaa"
    "aaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaaafffbaaaaaaaaaaaaaaaaaaapppdaaaaaaaaaaaaaaaaaaapppdaaaaaaaaaaaaa"
    "aabfjlpppmkgcaaaaaaaaaabioppppppppppkcaaaaaaadnppppnpppnppppofaaaaacopppjcapppdbhopppfaaaamppodaaapppdaacnppobaa"
    "gpppeaaaapppdaaacoppjaalpplaaaaapppdaaaaippoaapppfaaaaapppdaaaadpppdcpppdaaaaapppdaaaaapppfdpppcaaaaapppdaaaaaop"
    "pfcpppdaaaaapppdaaaabpppeaopphaaaaapppdaaaaepppcakppnaaaaapppdaaaakppnaaeppphaaaapppdaaaeppphaaakpppiaaapppdaafo"
    "ppnaaaabmpppnhdpppfglpppncaaaaabjppppppppppppplcaaaaaaaaelpppppppppmfaaaaaaaaaaaabehpppjfcaaaaaaaaaaaaaaaaapppda"
    "aaaaaaaaaaaaaaaaaapppdaaaaaaaaaaaeffdaaaaaaaaaaafffcaagppnbaaaaaaaaaippnaaaalppjaaaaaaaadpppdaaaacoppeaaaaaaanpp"
    "iaaaaaagppnbaaaaaippmaaaaaaaalppjaaaadpppdaaaaaaaacoppeaabnppiaaaaaaaaaagppobaippmaaaaaaaaaaaalppkepppdaaaaaaaaa"
    "aaacoppoppiaaaaaaaaaaaaaagppppmaaaaaaaaaaaaaaaanpppdaaaaaaaaaaaaaaafppppfaaaaaaaaaaaaaaboppppobaaaaaaaaaaaaakppk"
    "lppkaaaaaaaaaaaafppobcoppfaaaaaaaaaaboppfaagppobaaaaaaaaalppkaaaalppjaaaaaaaagppobaaaacoppeaaaaaacoppfaaaaaahppn"
    "baaaaalppkaaaaaaaamppjaaaagppobaaaaaaaacpppeaacoppfaaaaaaaaaahppnbalppkaaaaaaaaaaaamppjbfffbaaaaafffbaaaaaeffcdp"
    "ppcaaaaapppdaaaaaoppgdpppcaaaaapppdaaaaaoppgdpppcaaaaapppdaaaaaoppgdpppcaaaaapppdaaaaaoppgdpppcaaaaapppdaaaaaopp"
    "gdpppcaaaaapppdaaaaaoppgdpppcaaaaapppdaaaaaoppgbpppdaaaaapppdaaaaapppfapppfaaaaapppdaaaacpppdamppiaaaaapppdaaaaf"
    "pppbajppmaaaaapppdaaaajppmaaepppdaaaapppdaaabopphaaamppmaaaapppdaaajppobaaaepppjaaapppdaagppphaaaaaipppkbapppdah"
    "ppplaaaaaaajpppokppploppplbaaaaaaaahpppppppppppjbaaaaaaaaaacjoppppppkeaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaaaaappp"
    "daaaaaaaaaaaaaaaaaaaoppdaaaaaaaaaaaaaaaaaaapppdaaaaaaaaaaaaaaaaaaapppdaaaaaaaaaaaaaaaabehijhgcaaaaaaaaaaaaacjppp"
    "pppppmfaaaaaaaaaagpppppppppppplbaaaaaaaipppoieccdgmpppnbaaaaafpppkbaaaaaaafpppmaaaaboppkaaaaaaaaaaeppphaaaippnba"
    "aaaaaaaaaaippobaaopphaaaaaaaaaaaaboppfadpppbaaaaaaaaaaaaakppjagppnaaaaaaaaaaaaaahppmahpplaaaaaaaaaaaaaafppnaippl"
    "aaaaaaaaaaaaaaeppoahppmaaaaaaaaaaaaaafppoagppoaaaaaaaaaaaaaahppmadpppcaaaaaaaaaaaaalppjaanpphaaaaaaaaaaaabpppfaa"
    "hppobaaaaaaaaaaaippoaaaboppiaaaaaaaaaacoppgaaaafpppeaaaaaaaabmpplaaaaaaippoeaaaaaablppnbaaaaaaaippphaaaadnppncaa"
    "aajmmmmppppiaacppppnmmmmdmppppppppjaacpppppppppemppppppppjaacpppppppppedddbaadddboppeaamppgoppeaamppgnooeaaloofa"
    "aaaaaaaaaaaaaaaaaaaaaaeffbaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaa"
    "nppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanp"
    "peaaaaaanppeaaaaaanppeaaaaaanppeaaaaaaaaadddbaacddbaaaaaaaaaaanppeaamppgaaaaaaaaaaanppeaamppgaaaaaaaaaaanooeaalo"
    "ogaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafffcaaaaaaaaaaaaeffcaippnbaaaaaaaaaafppocaamppiaaaaaaaaaboppga"
    "aadpppeaaaaaaaakppkaaaaahppnbaaaaaafppobaaaaaamppjaaaaaboppfaaaaaaacpppeaaaakppkaaaaaaaaahppnbaafppobaaaaaaaaaam"
    "ppjaboppfaaaaaaaaaaacoppekppkaaaaaaaaaaaaagppoppobaaaaaaaaaaaaaalppppeaaaaaaaaaaaaaaacoppjaaaaaaaaaaaaaaaaamppfa"
    "aaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaa"
    "aaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaa"
    "aaadjjhaaaaaaaaaaaaaabnpocaaaaaaaaaaaaaakpodaaaaaaaaaaaaaagppfaaaaaaaaaaaaaadpphaaaaaaaaaaaaaabnpjaaaaaaaaaaaaaa"
    "aceeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaagknnlhbaaafigaaaadnppppppncaaopjaaadoppnjjnppnafppeaabnppjaaablppfkpoaaagp"
    "pnaaaaaboplopjaaampphaaaaaakppppeaaapppcaaaaaagpppoaaacppoaaaaaaadpppjaaadppnaaaaaaabpppeaaadppmaaaaaaaanpnaaaad"
    "ppnaaaaaaabopmaaaabppoaaaaaaafpppaaaaanppdaaaaaakpppdaaaajppiaaaaacppppgaaaaeppocaaaajppopmaaaaalppofbbippkjppmh"
    "eaabnpppppppoccopppiaaabjoppppodaackopiaaaaaaefgebaaaaaaaaaaaaaaaaahjjcaaaaaaaaagppjaaaaaaaaadoplaaaaaaaaabnpmba"
    "aaaaaaaajpnbaaaaaaaaagpodaaaaaaaaaaeecaaaaaaaaaaaaaaaaaaaaaaafjmoonljgcaacmpppppppppiaampppnkjklopiaeppoeaaaaaac"
    "dagpphaaaaaaaaaafpphaaaaaaaaaabnpodaaaaaaaaaadnppmjiifaaaaaabippppplaaaaadnppponnjaaaadppphbaaaaaaaakppfaaaaaaaa"
    "aanpoaaaaaaaaaaanppaaaaaaaaaaakppiaaaaaaaaaaepppkebaabdhmcahpppppopppppcaaelpppppppolbaaaabeghgfdaaaaaaaaaaaaaai"
    "jjbaaaaaaaaaaaippgaaaaaaaaaaaeppiaaaaaaaaaaacopkaaaaaaaaaaaampmbaaaaaaaaaaaipnbaaaaaaaaaaaaeecaaaaaaaaaaaaaaaaaa"
    "aaaabiigaaejmnnjeaaabppmajpppppppiaabppmjppljknpppgabpppplcaaaajppnabpppmaaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaa"
    "gppibppnaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaa"
    "fppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaa"
    "fppiaaaaaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaadkkgaaaaaijjbaaaaippgaaaaeppiaaaacopkaaaaampmbaa"
    "aaipnbaaaaaeecaaaaaaaaaaaaaadiieaaaaagppiaaaaagppiaaaaagppiaaaaagppiaaaaagppiaaaaagppiaaaaagppiaaaaagppiaaaaagpp"
    "iaaaaagppiaaaaagppiaaaaafppjaaaaaeppkaaaaabppobaaaaakppnihfaacopppplaaacjnpplaaaaaaaaaceecaaaaaaaaaabopocaaaaaaa"
    "aaalpodaaaaaaaaaahppfaaaaaaaaaaeppgaaaaaaaaaabnpiaaaaaaaaaaafjiaaaaaaaaabeeeaaaeeeaaaaadppoaacpppbaaaadppoaacppp"
    "baaaadoonaabooobaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaafiicaaaaaeiidaakppeaaaaabopmaakppeaaaaaagppgakpp"
    "eaaaaaaanpnakppeaaaaaaajppdkppeaaaaaaagppgkppeaaaaaaaeppikppeaaaaaaaeppjkppeaaaaaaafppjkppeaaaaaaahppikppeaaaaaa"
    "akppgkppeaaaaaaaoppdjppfaaaaaafppnahpphaaaaaanpphadppmaaaaajppnaaamppkcackppodaaadopppppppoeaaaaadmppppplcaaaaaa"
    "aadggfcaaaaaaaaaaagknnlhbaaafigaaaadnppppppncaaopjaaadoppnjjnppnafppeaabnppjaaablppfkpoaaagppnaaaaaboplopjaaampp"
    "haaaaaakppppeaaapppcaaaaaagpppoaaacppoaaaaaaadpppjaaadppnaaaaaaabpppeaaadppmaaaaaaaanpnaaaadppnaaaaaaabopmaaaabp"
    "poaaaaaaafpppaaaaanppdaaaaaakpppdaaaajppiaaaaacppppgaaaaeppocaaaajppopmaaaaalppofbbippkjppmheaabnpppppppoccopppi"
    "aaabjoppppodaackopiaaaaaaefgebaaaaaaaaaaaaeghhfcaaaaaaaagoppppppmdaaaaahppppnopppodaaacpppibaabjppmaaaippjaaaaaa"
    "mppdaamppdaaaaaahppfaaoppaaaaaaagppgaappoaaaaaaaippfaappnaaaaaaamppeaappnaaaaaagppoaaappnaaaacipppiaaappnabmnppp"
    "plaaaappnabpppppogaaaappnaboopppppndaappnaaaaacgmppocappnaaaaaaaakppkappnaaaaaaaabppoappnaaaaaaaaanppbppnaaaaaaa"
    "aanppbppnaaaaaaaaaoppapppdaaaaaaaeppmapppndaaaaabmpphapppppjecdgnppobappppppppppppodaappngnpppppojcaaappnaacefed"
    "aaaaaappnaaaaaaaaaaaaappnaaaaaaaaaaaaappnaaaaaaaaaaaaappnaaaaaaaaaaaaappnaaaaaaaaaaaaakkjaaaaaaaaaaaaaehgcaaaaaa"
    "aaaabiihippphaaaaaaaaahppjhppppeaaaaaaaanppdaahpplaaaaaaaeppmaaaalppbaaaaaakppfaaaagpphaaaaabppoaaaaabopmaaaaahp"
    "piaaaaaakppcaaaanppcaaaaaafpphaaaepplaaaaaaaaopnaaakppfaaaaaaaajppdacppoaaaaaaaaaeppiaippiaaaaaaaaaanpoanppcaaaa"
    "aaaaaaippjpplaaaaaaaaaaadpppppfaaaaaaaaaaaanpppoaaaaaaaaaaaaaipppiaaaaaaaaaaaaacpppcaaaaaaaaaaaaaappoaaaaaaaaaaa"
    "aaaappoaaaaaaaaaaaaaaappoaaaaaaaaaaaaaaappoaaaaaaaaaaaaaaappoaaaaaaaaaaaaaaappoaaaaaaaaaaaaaaakkjaaaaaaaaaaaaehk"
    "llkjhcaaaaaadmpppppppppiaaaabopppmlkkmopkaaaagppmcaaaaaadgaaaaipphaaaaaaaaaaaaafppneaaaaaaaaaaaaampppnifcaaaaaaa"
    "aabkppppppmgaaaaaaacmpomoppppncaaaacopmcaachoppocaaampocaaaaacnpplaafpphaaaaaaadpppdamppcaaaaaaaakpphbppoaaaaaaa"
    "aagppkdppnaaaaaaaaaeppldppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalpphaipplaaaaaaacpppcacpp"
    "pgaaaaabmppkaaahpppjdabfnppocaaaaipppppppppodaaaaaafmppppppkcaaaaaaaaacfggebaaaaaaaafjmoonljgcaacmpppppppppiaamp"
    "ppnkjklopiaeppoeaaaaaacdagpphaaaaaaaaaafpphaaaaaaaaaabnpodaaaaaaaaaadnppmjiifaaaaaabippppplaaaaadnppponnjaaaadpp"
    "phbaaaaaaaakppfaaaaaaaaaanpoaaaaaaaaaaanppaaaaaaaaaaakppiaaaaaaaaaaepppkebaabdhmcahpppppopppppcaaelpppppppolbaaa"
    "abeghgfdaaaadffffffffffffealppppppppppppnalppppppppppppnagjjjjjjjnpppplaaaaaaabkpppnfaaaaaaaeopppiaaaaaaaagpppmd"
    "aaaaaaaagpppkbaaaaaaaaepppjaaaaaaaaacoppjaaaaaaaaaakppmaaaaaaaaaadpppcaaaaaaaaaajppiaaaaaaaaaaaoppcaaaaaaaaaacpp"
    "naaaaaaaaaaaeppkaaaaaaaaaaafppjaaaaaaaaaaaeppjaaaaaaaaaaadpplaaaaaaaaaaaaopobaaaaaaaaaaalppiaaaaaaaaaaaepppfaaaa"
    "aaaaaaajppplfcaaaaaaaaajppppppomhaaaaaaekpppppppkaaaaaaaadfgioppfaaaaaaaaaaaeppkaaaaaaaaaaaapplaaaaaaaaaaafppjaa"
    "aaaaaaaclpppdaaaaaaaaadpppgaaaaaaaaaackicaabiigaaejmnnjeaaabppmajpppppppiaabppmjppljknpppgabpppplcaaaajppnabpppm"
    "aaaaaaanppdbpppeaaaaaaaippgbppoaaaaaaaagppibppnaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppma"
    "aaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppibppmaaaaaaaafppiaaaaa"
    "aaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaafppiaaaaaaaaaaaadkkgaaaaa"
    "acgihfbaaaaaaaaaclpppppohaaaaaaacopppmnpppkaaaaabnppjbaaenpphaaaahppjaaaaacoppcaabopobaaaaaahppjaafppkaaaaaaabpp"
    "oaakppgaaaaaaaanppdanppdaaaaaaaakppgapppaaaaaaaaahppjcppoaaaaaaaaagppldppolllllllllmppldpppppppppppppppmdpppoooo"
    "ooooooppmcppnaaaaaaaaaepplcppoaaaaaaaaafppkaoppbaaaaaaaahppiamppdaaaaaaaajppgajppgaaaaaaaanppcaeppkaaaaaaacppnaa"
    "anppcaaaaaajpphaaagpplaaaaaeppobaaaalppmebbhoppfaaaaabmpppppppphaaaaaaaaioppppmeaaaaaaaaaaadfecaaaaaadiieaaaagpp"
    "iaaaagppiaaaagppiaaaagppiaaaagppiaaaagppiaaaagppiaaaagppiaaaagppiaaaagppiaaaagppiaaaafppjaaaaeppkaaaabppobaaaakp"
    "pnihfacopppplaacjnpplaiihaaaaaaagiigaaappoaaaaaaippncaaappoaaaaajppmbaaaappoaaaajppmbaaaaappoaaakpplbaaaaaappoaa"
    "kpplbaaaaaaappoalpplaaaaaaaaappplpppgaaaaaaaaapppppppodaaaaaaaappppiippmbaaaaaaappphaamppjaaaaaaappoaaacoppfaaaa"
    "aappoaaaagppocaaaaappoaaaaakppmaaaaappoaaaaabnppiaaaappoaaaaaaepppeaaappoaaaaaaaippnbaappoaaaaaaaampplaaaaceecaa"
    "aaaaaaaaaaaahpppngaaaaaaaaaaaahpppppgaaaaaaaaaaabcdlppnaaaaaaaaaaaaaaanppfaaaaaaaaaaaaaagppkaaaaaaaaaaaaaaboppba"
    "aaaaaaaaaaaaakppgaaaaaaaaaaaaaaippmaaaaaaaaaaaaabopppdaaaaaaaaaaaagppppiaaaaaaaaaaaanppppoaaaaaaaaaaafppmmppfaaa"
    "aaaaaaamppfgppkaaaaaaaaaeppnabpppbaaaaaaaalppgaakppgaaaaaaacppobaaeppmaaaaaaajpphaaaanppdaaaaabppobaaaaippiaaaaa"
    "ippiaaaaacppoaaaaboppcaaaaaamppeaaahppjaaaaaaagppkaaanppdaaaaaaaboppbafppkaaaaaaaaakppgamppdaaaaaaaaaeppmciieaaa"
    "aaaaaeiidaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaa"
    "aippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppjaaaaaaaaippgaaeppkaaaaaaaakpp"
    "gaaeppoaaaaaaaboppgaaeppphaaaaaajpppgaaeppppjdbbelppppmeeepploppppppphppppjeppjdnppppoeakpppieppjaaeggeaaaafgdae"
    "ppjaaaaaaaaaaaaaaeppjaaaaaaaaaaaaaaeppjaaaaaaaaaaaaaaeppjaaaaaaaaaaaaaaeppjaaaaaaaaaaaaaadkkgaaaaaaaaaaaaaagiica"
    "aaaaagihbaaippiaaaaaaeppjaaeppnaaaaaaakppcaaoppdaaaaaadppjaajpphaaaaaaanpoaafppmaaaaaaakppdabpppbaaaaaajppfaalpp"
    "gaaaaaakppfaagpplaaaaaanppdaacpppbaaaaeppoaaaamppfaaaamppiaaaahppjaaagppobaaaadppoaacoppfaaaaaanppeamppiaaaaaaaj"
    "ppikpplaaaaaaaaepppppnbaaaaaaaaaopppncaaaaaaaaaakppocaaaaaaabffffffffffffaaafppppppppppppaaafppppppppppppaaadjjm"
    "ppppomkjjaaaabkppmgcaaaaaaaaalpphaaaaaaaaaaadppjaaaaaaaaaaaahppeaaaaaaaaaaaahppeaaaaaaaaaaaaeppmbaaaaaaaaaaaampp"
    "oiebaaaaaaaaacmppppponmfaaaaaaaempppppphaaaaaahopppppoogaaaaalppojfbaaaaaaaaippmcaaaaaaaaaaaoppcaaaaaaaaaaadppla"
    "aaaaaaaaaaafppjaaaaaaaaaaaaeppkaaaaaaaaaaaabppobaaaaaaaaaaaalppmcaaaaaaaaaaadpppojfcbaaaaaaaaeopppppppnibaaaaabh"
    "mpppppppnbaaaaaaabefghmppjaaaaaaaaaaaabopoaaaaaaaaaaaaalppaaaaaaaaaaaacopnaaaaaaaaaaakopphaaaaaaaaaaaoppkaaaaaaa"
    "aaaaakjeaaaaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaopp"
    "eaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaa"
    "aaaalppgaipplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaagi"
    "iiiiiiiiiiiiiihanpppppppppppppppoanpppppppppppppppoafglppjgggggippmgfaaajppfaaaaadpplaaaaajppfaaaaadpplaaaaajppf"
    "aaaaadpplaaaaajppfaaaaadpplaaaaajppfaaaaadpplaaaaajppfaaaaadpplaaaaajppfaaaaadpplaaaaajppfaaaaadpplaaaaajppfaaaa"
    "adpplaaaaajppfaaaaadpplaaaaajppfaaaaadpplaaaaajppfaaaaacppobaaaajppfaaaaaaoppomfaajppfaaaaaaippppgaaaaaaaaaaaaaf"
    "ijhbaaaaaekmnomicaaaaaaaajpppppppphaaaaablppokijnpppgaaaajppmcaaaaipppcaacppobaaaaaajppkaaipphaaaaaaacpppbamppca"
    "aaaaaaalppeaopoaaaaaaaaaipphbppnaaaaaaaaahppibppmaaaaaaaaahppibppnaaaaaaaaahpphbpppaaaaaaaaakppgbpppeaaaaaaaanpp"
    "cbpppkaaaaaaafppnabppppfaaaaabnpphabppoopicabfnppmaabppmfppppppppncaabppmaenpppppkbaaabppmaaadfgfbaaaaabppmaaaaa"
    "aaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabkkiaaaaaaaaaaaaaaaaaachlnonlieaaaaa"
    "jpppppppppjaablpppnjijlopjaajppofaaaaaafhadpppeaaaaaaaaaakppjaaaaaaaaaaaoppdaaaaaaaaaacppoaaaaaaaaaaadppnaaaaaaa"
    "aaaadppmaaaaaaaaaaacppnaaaaaaaaaaabpppbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaaaaaepppmfbaaaaaaaaa"
    "fopppppokcaaaaaacjopppppodaaaaaaaaeghlppmaaaaaaaaaaaamppcaaaaaaaaaaaippdaaaaaaaaaabmppbaaaaaaaaahnppkaaaaaaaaaal"
    "ppmbaaaaaaaaaahjfaaaaaaaabeghiiiiiiiiidaaackpppppppppppppfaacnpppomnppppppppfaamppofaaabjpppiggcafpppdaaaaaajppl"
    "aaaalppiaaaaaaaboppdaaaoppdaaaaaaaajpphaacppoaaaaaaaaagppkaadppnaaaaaaaaaeppmaadppmaaaaaaaaaeppmaacppnaaaaaaaaae"
    "pplaabpppaaaaaaaaahppkaaanppeaaaaaaaalppgaaaipplaaaaaaacpppcaaacpppgaaaaabmppkaaaaahpppjdabfnppocaaaaaaipppppppp"
    "podaaaaaaaafmppppppkcaaaaaaaaaaacfggebaaaaaaadiiiiiiiiiiiiiiifhppppppppppppppplhppppppppppppppplcggggggoppgggggg"
    "eaaaaaaanppbaaaaaaaaaaaaanppbaaaaaaaaaaaaanppbaaaaaaaaaaaaanppbaaaaaaaaaaaaanppbaaaaaaaaaaaaanppbaaaaaaaaaaaaanp"
    "pbaaaaaaaaaaaaanppbaaaaaaaaaaaaanppbaaaaaaaaaaaaalppdaaaaaaaaaaaaaipphaaaaaaaaaaaaadpppkhhcaaaaaaaaaaipppppeaaaa"
    "aaaaaaafloppeaafiicaaaaaeiidaakppeaaaaabopmaakppeaaaaaagppgakppeaaaaaaanpnakppeaaaaaaajppdkppeaaaaaaagppgkppeaaa"
    "aaaaeppikppeaaaaaaaeppjkppeaaaaaaafppjkppeaaaaaaahppikppeaaaaaaakppgkppeaaaaaaaoppdjppfaaaaaafppnahpphaaaaaanpph"
    "adppmaaaaajppnaaamppkcackppodaaadopppppppoeaaaaadmppppplcaaaaaaaadggfcaaaaaaaaaaadhbaagjifaaaaaaaaclppbbmppppmda"
    "aaaacopppbhppooppodaaaamppoeamppdblppnbaafpppdaanppaaboppgaalppiaaaopoaaagppmaaoppcaaaopoaaabpppacppoaaaaopoaaaa"
    "oppcdppmaaaaopoaaaamppddppmaaaaopoaaaamppedppnaaaaopoaaaanppdbpppaaaaopoaaaaoppbanppeaaaopoaaadppnaaippkaaaopoaa"
    "akppiaacpppgaaopoaagpppcaaahpppjeopoekppphaaaaajpppppppppppjaaaaaaafnpppppppngaaaaaaaaaadfopofdaaaaaaaaaaaaaaopo"
    "aaaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaajkjaaaaaaaabhgebaaaa"
    "aaaaahiidbpppoiaaaaaaagppobbpppppjaaaaabnpphaaabgoppcaaaahppnaaaaaagppiaaaboppfaaaaaaaopoaaajppmaaaaaaaaippfacpp"
    "peaaaaaaaacpplakpplaaaaaaaaaamppfpppdaaaaaaaaaagpppppjaaaaaaaaaaabopppocaaaaaaaaaaaajpppiaaaaaaaaaaaaahppobaaaaa"
    "aaaaaaaboppobaaaaaaaaaaaaippppgaaaaaaaaaaaboppppmaaaaaaaaaaajppmkppdaaaaaaaaacpppeeppjaaaaaaaaalppkaanpoaaaaaaaa"
    "epppcaaippfaaaaaaamppjaaacppmaaaaaafppobaaaalppjbaaaanppiaaaaadppppnhahppobaaaaaafopppiajkkfaaaaaaaabfijfciifaaa"
    "ahihaaaafiiceppkaaaaopoaaaakppeeppkaaaaopoaaaakppeeppkaaaaopoaaaakppeeppkaaaaopoaaaakppeeppkaaaaopoaaaakppeeppka"
    "aaaopoaaaakppeeppkaaaaopoaaaakppeeppkaaaaopoaaaakppeeppkaaaaopoaaaakppeeppkaaaaopoaaaakppedpplaaaaopoaaaalppdbpp"
    "naaaaopoaaaanppcanppdaaaopoaaaeppnaahppncaaopoaacnppiaabmpppjfopofjoppnbaaacmpppppppppppmcaaaaaaflppppppplfaaaaa"
    "aaaaabeopoebaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaaopoaaaaaaaaaaaaaaaaopoaaaaaaa"
    "aaaaaaaaajkjaaaaaaaaaaeiieaaaaaaaaaaagiicaaaanppdaaaaaaaaaaaippjaaafppmaaaaaaaaaaaacpppbaalpphaaaaaaaaaaaaalppha"
    "bpppcaaaaaaaaaaaaahppmafppnaaaaaaaaaaaaaadpppbjppkaaaaaaaaaaaaaaaoppelppiaaaaaaggeaaaaaampphnpphaaaaaapplaaaaaal"
    "ppinppgaaaaaapplaaaaaakppjnppgaaaaacppmaaaaaalppilppiaaaaadppoaaaaaampphjppkaaaaagpppbaaaaaoppfgppoaaaaakpppfaaa"
    "adpppcbpppgaaaboplplaaaakppmaajppofbclpoeppibbipppfaabnppppppphampppppppkaaaaclpppppiaacmpppppiaaaaaaacfggcaaaaa"
    "dggfbaaaadeebaadeeboppeaamppfoppeaamppfnoodaaloofaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabiigaaaaaadppmaaaaaadppmaaaaaad"
    "ppmaaaaaadppmaaaaaadppmaaaaaacppmaaaaaacppmaaaaaacppmaaaaaacppmaaaaaacppmaaaaaacppmaaaaaacppmaaaaaaappnaaaaaaamp"
    "pdaaaaaahppoihgaaaamppppoaaaabhmopoabeeeaaaeeeaaaaadpppaabpppbaaaadpppaabpppbaaaadoonaabooobaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaafiicaaaaaeiidaakppeaaaaabopmaakppeaaaaaagppgakppeaaaaaaanpnakppeaaaaaaajppdkppeaaaaa"
    "aagppgkppeaaaaaaaeppikppeaaaaaaaeppjkppeaaaaaaafppjkppeaaaaaaahppikppeaaaaaaakppgkppeaaaaaaaoppdjppfaaaaaafppnah"
    "pphaaaaaanpphadppmaaaaajppnaaamppkcackppodaaadopppppppoeaaaaadmppppplcaaaaaaaadggfcaaaaaaaaaaaaaaaabjjiaaaaaaaaa"
    "aaaakppeaaaaaaaaaaaahppgaaaaaaaaaaaadppiaaaaaaaaaaaabnpkaaaaaaaaaaaaakpmbaaaaaaaaaaaabeebaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpphaaaaaaaaoppeaoppcaaaa"
    "aaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaahppkanppeaaaaaaaalppgai"
    "pplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaacfggebaaaaaaaaaaaaafjjf"
    "aaaaaaaaaacopmbaaaaaaaaaampncaaaaaaaaaajpodaaaaaaaaaafppeaaaaaaaaaacopgaaaaaaaaaaaceeaaaaaaaaaaaaaaaaaaaaaaafiic"
    "aaaaaeiidaakppeaaaaabopmaakppeaaaaaagppgakppeaaaaaaanpnakppeaaaaaaajppdkppeaaaaaaagppgkppeaaaaaaaeppikppeaaaaaaa"
    "eppjkppeaaaaaaafppjkppeaaaaaaahppikppeaaaaaaakppgkppeaaaaaaaoppdjppfaaaaaafppnahpphaaaaaanpphadppmaaaaajppnaaamp"
    "pkcackppodaaadopppppppoeaaaaadmppppplcaaaaaaaadggfcaaaaaaaaaaaaaaaaaaagjjeaaaaaaaaaaaaaaaaaaepplaaaaaaaaaaaaaaaa"
    "aabopmbaaaaaaaaaaaaaaaaaalpncaaaaaaaaaaaaaaaaaahpodaaaaaaaaaaaaaaaaaaeppeaaaaaaaaaaaaaaaaaaadedaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaeiieaaaaaaaaaaagiicaaaanppdaaaaaaaaaaaippjaaafppmaaaaaaaaaaaacpppbaalpphaaaaaaaaaaaaalpphabpp"
    "pcaaaaaaaaaaaaahppmafppnaaaaaaaaaaaaaadpppbjppkaaaaaaaaaaaaaaaoppelppiaaaaaaggeaaaaaampphnpphaaaaaapplaaaaaalppi"
    "nppgaaaaaapplaaaaaakppjnppgaaaaacppmaaaaaalppilppiaaaaadppoaaaaaampphjppkaaaaagpppbaaaaaoppfgppoaaaaakpppfaaaadp"
    "ppcbpppgaaaboplplaaaakppmaajppofbclpoeppibbipppfaabnppppppphampppppppkaaaaclpppppiaacmpppppiaaaaaaacfggcaaaaadgg"
    "fbaaaaaaaaaikkbaaaaaaaaaaaacopkaaaaaaaaaaaaaepphaaaaaaaaaaaaafppdaaaaaaaaaaaaafhfaaaaaaaaaaaaaaaaaaaaaefffffffff"
    "ffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaa"
    "aaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnnnnnnfanppeaaaaaaaaaaaanppeaaaaaa"
    "aaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanpplkkkkkk"
    "kkkkkcnppppppppppppppdnppppppppppppppdaabdddaaadddaaaaaadpppaabpppbaaaaadpppaabpppbaaaaadoooaabooobaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppeaaaaaa"
    "aaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganpponnnnnn"
    "nnnnfanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaa"
    "aaaaaanppeaaaaaaaaaaaanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdaffffffffffffffffffaaaaabppppppppppppppppp"
    "pbaaaabppppppppppppppppppbaaaaaffffffjppnffffffffaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagpp"
    "maaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppommmmmmlkgbaaaaa"
    "aaaaagppppppppppppofaaaaaaaaagpppnnnnnnpppppeaaaaaaaagppmaaaaaaaeoppnaaaaaaaagppmaaaaaaaadpppeaaaaaaagppmaaaaaaa"
    "aampphaaaaaaagppmaaaaaaaaaippjaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaagpp"
    "maaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaaippjaaaaaaaaaaaaaaaaaaaajppiaa"
    "aaaaaaaaaaaaaaaaaanppgaaaaaaaaaaaaaaaaaaafpppcaaaaaaaaaaaaaaabefjppplaaaaaaaaaaaaaaaaepppppocaaaaaaaaaaaaaaaaepp"
    "ppkcaaaaaaaaaaaaaaaaacggebaaaaaaaaaaaahkkcaaaaaaaaaaepphaaaaaaaaaacopjaaaaaaaaaaalplaaaaaaaaaaachhbaaaaaaaaaaaaa"
    "aaaaaaaaefffffffffffffdnpppppppppppppknpppppppppppppknppiffffffffffdnppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaa"
    "anppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaa"
    "aaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaa"
    "aanppeaaaaaaaaaaanppeaaaaaaaaaaaaaaaaaaadhjklkifbaaaaaaaaahopppppppppkdaaaaacnppppponopppppgaaadoppoidaaaacgmppj"
    "aabnppncaaaaaaaaaenjaajppocaaaaaaaaaaabfabpppgaaaaaaaaaaaaaaahppoaaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppfaaaaaaa"
    "aaaaaaaabpppdaaaaaaaaaaaaaaacpppppppppppppppjaaadpppppppppppppppjaaacppplkkkkkkkkkkkgaaabpppeaaaaaaaaaaaaaaaanpp"
    "gaaaaaaaaaaaaaaaakppkaaaaaaaaaaaaaaaagpppbaaaaaaaaaaaaaaaaoppiaaaaaaaaaaaaaaaagpppeaaaaaaaaaaaeiaaakppofaaaaaaaa"
    "cjpjaaablpppmiedcegkpppjaaaaajppppppppppppmdaaaaaackoppppppplfaaaaaaaaaaadfggfebaaaaaaaacgjllkjhebaaaaaclppppppp"
    "ppplbaadoppppnmnpppppcaboppngbaaaadhmpcahppobaaaaaaaaaebalpphaaaaaaaaaaaaanppfaaaaaaaaaaaaanppgaaaaaaaaaaaaalppm"
    "aaaaaaaaaaaaagpppmfbaaaaaaaaaaampppppmjgcaaaaaaabkppppppppnhbaaaaaaekopppppppoeaaaaaaaadgjnpppppeaaaaaaaaaaackpp"
    "pnaaaaaaaaaaaaaipppeaaaaaaaaaaaaaopphaaaaaaaaaaaaamppiaaaaaaaaaaaaanpphbaaaaaaaaaaacpppemkdaaaaaaaabmppoamppmifd"
    "cceiopppgamppppppppppppphaabgkopppppppokdaaaaaaacfghgfdaaaaaaeffbnppenppenppenppenppenppenppenppenppenppenppenpp"
    "enppenppenppenppenppenppenppenppenppenppenppedddbaadddboppeaamppgoppeaamppgnooeaaloofaaaaaaaaaaaaaaaaaaaaaaaeffb"
    "aaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaa"
    "aaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaaaanppeaaaa"
    "aanppeaaaaaaaaeffbaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaa"
    "anppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaanppeaaaaaopp"
    "eaaaaapppcaaaaepppaaaaalpplaceglpppfakpppppjaakpppohaaaegfdaaaaaaaaaaafffffffffffffeaaaaaaaaaaaaaaaaaapppppppppp"
    "pppoaaaaaaaaaaaaaaaaaapppppppppppppoaaaaaaaaaaaaaaaaaappphffffffhppoaaaaaaaaaaaaaaaaaapppdaaaaaaeppoaaaaaaaaaaaa"
    "aaaaaapppdaaaaaaeppoaaaaaaaaaaaaaaaaaapppcaaaaaaeppoaaaaaaaaaaaaaaaaaapppcaaaaaaeppoaaaaaaaaaaaaaaaaaapppcaaaaaa"
    "eppoaaaaaaaaaaaaaaaaabpppcaaaaaaeppoaaaaaaaaaaaaaaaaacpppbaaaaaaepppllllkjgcaaaaaaaaadpppaaaaaaaeppppppppppplcaa"
    "aaaaaeppoaaaaaaaepppnnnnoppppodaaaaaagppmaaaaaaaeppoaaaaacipppnaaaaaaippkaaaaaaaeppoaaaaaaafpppfaaaaakppiaaaaaaa"
    "eppoaaaaaaaanppjaaaaaoppfaaaaaaaeppoaaaaaaaakppkaaaaepppcaaaaaaaeppoaaaaaaaajpplaaaalppmaaaaaaaaeppoaaaaaaaamppj"
    "aaahpppgaaaaaaaaeppoaaaaaaadpppgabjpppmaaaaaaaaaeppoaaaaaaenppobippppncaaaaaaaaaeppojjjjknppppfakpppjbaaaaaaaaaa"
    "epppppppppppofaaklhcaaaaaaaaaaaaeppppppponkgbaaaeffbaaaaaaaaaeffcaaaaaaaaaaaanppeaaaaaaaaamppfaaaaaaaaaaaanppeaa"
    "aaaaaaamppfaaaaaaaaaaaanppeaaaaaaaaamppfaaaaaaaaaaaanppeaaaaaaaaamppfaaaaaaaaaaaanppeaaaaaaaaamppfaaaaaaaaaaaanp"
    "peaaaaaaaaamppfaaaaaaaaaaaanppeaaaaaaaaamppfaaaaaaaaaaaanppeaaaaaaaaamppfaaaaaaaaaaaanppeaaaaaaaaamppfaaaaaaaaaa"
    "aanppnmmmmmmmmmoppmllllkieaaaaanpppppppppppppppppppppppogaaanpponnnnnnnnnppponnnopppppjaanppeaaaaaaaaamppfaaaaae"
    "mpppfanppeaaaaaaaaamppfaaaaaabnpplanppeaaaaaaaaamppfaaaaaaagpppbnppeaaaaaaaaamppfaaaaaaadpppcnppeaaaaaaaaamppfaa"
    "aaaaadpppcnppeaaaaaaaaamppfaaaaaaafpppbnppeaaaaaaaaamppfaaaaaaalppnanppeaaaaaaaaamppfaaaaabjppphanppeaaaaaaaaamp"
    "pljjjjlopppmaanppeaaaaaaaaampppppppppppkbaanppeaaaaaaaaampppppppomidaaaaaffffffffffffffffffaaaaabppppppppppppppp"
    "pppbaaaabppppppppppppppppppbaaaaaffffffjppnffffffffaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaag"
    "ppmaaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppmaaaaaaaaaaaaaaaaaaaagppommmmmmlkgbaaa"
    "aaaaaaagppppppppppppofaaaaaaaaagpppnnnnnnpppppeaaaaaaaagppmaaaaaaaeoppnaaaaaaaagppmaaaaaaaadpppeaaaaaaagppmaaaaa"
    "aaaampphaaaaaaagppmaaaaaaaaaippjaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaag"
    "ppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaagppmaaaaaaaaahppkaaaaaaaaahkkcaaaaaaaaaaa"
    "aaaaepphaaaaaaaaaaaaaaacopjaaaaaaaaaaaaaaaalplaaaaaaaaaaaaaaaachhbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaaaaaadf"
    "ffcanppeaaaaaaaaaepppmbanppeaaaaaaaaeoppmbaanppeaaaaaaaeoppmbaaanppeaaaaaadoppmbaaaanppeaaaaadoppmbaaaaanppeaaaa"
    "doppnbaaaaaanppeaaadoppnbaaaaaaanppeaacoppncaaaaaaaanppeacoppncaaaaaaaaanppecnpppobaaaaaaaaanppgnpppppkaaaaaaaaa"
    "npppppoeoppfaaaaaaaanppppocagppocaaaaaaanpppodaaalpplaaaaaaanppodaaaacoppgaaaaaanppfaaaaaagppocaaaaanppeaaaaaaal"
    "pplaaaaanppeaaaaaaacoppgaaaanppeaaaaaaaagppocaaanppeaaaaaaaaalpplaaanppeaaaaaaaaaboppgaanppeaaaaaaaaaafppocanppe"
    "aaaaaaaaaaakpplaaaaaajkjaaaaaaaaaaaaaaaeppiaaaaaaaaaaaaaaafppfaaaaaaaaaaaaaaahpocaaaaaaaaaaaaaaagheaaaaaaaaaaaaa"
    "aaaaaaaaaaaaeffbaaaaaaaaadfffenppdaaaaaaaaanpppmnppdaaaaaaaagppppmnppdaaaaaaaboppppmnppdaaaaaaahppoppmnppdaaaaaa"
    "bopphppmnppdaaaaaaippkeppmnppdaaaaacpppceppmnppdaaaaajppjaeppmnppdaaaacpppcaeppmnppdaaaakppiaaeppmnppdaaadppobaa"
    "eppmnppdaaalpphaaaeppmnppdaaeppobaaaeppmnppdaamppgaaaaeppmnppdafppnaaaaaeppmnppdamppfaaaaaeppmnppdgppmaaaaaaeppm"
    "nppdnppfaaaaaaeppmnppkppmaaaaaaaeppmnpppppeaaaaaaaeppmnpppplaaaaaaaaeppmnppppdaaaaaaaaeppmnpppkaaaaaaaaaeppmaaaa"
    "bljaaaaaelgaaaaaaaaanpjcabenpgaaaaaaaaafpppppppmaaaaaaaaaaadkoppnhbaaaaaaaaaaaaaabaaaaaaaaaaaaaaaaaaaaaaaaaaaacf"
    "ffaaaaaaaaaaacffecpppeaaaaaaaaaamppjakpplaaaaaaaaadpppdaepppcaaaaaaaakpplaaamppiaaaaaaabpppfaaagppobaaaaaahppnaa"
    "aaboppgaaaaaaopphaaaaaippmaaaaafpppbaaaaacpppeaaaamppjaaaaaaalppkaaadpppdaaaaaaaepppcaajppmaaaaaaaaanppiabpppfaa"
    "aaaaaaahppoahppoaaaaaaaaaaboppgnpphaaaaaaaaaaajppopppbaaaaaaaaaaadpppppkaaaaaaaaaaaaalppppdaaaaaaaaaaaaafpppmaaa"
    "aaaaaaaaaaabpppgaaaaaaaaaaaaaahppoaaaaaaaaaaaaaacoppiaaaaaaaaaaajkloppobaaaaaaaaaaaopppppgaaaaaaaaaaaaopomjdaaaa"
    "aaaaaaeffbaaaaaaaaaabfffnppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaep"
    "ponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponp"
    "peaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaa"
    "aaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponpplkkkkkkkkkklpponpppppppppppppppponppppppppppppppppoaaaaaaaepp"
    "faaaaaaaaaaaaaaeppfaaaaaaaaaaaaaaeppfaaaaaaaaaaaaaaeppfaaaaaaaaaaaaaaeppfaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeffea"
    "aaaaaaaaaaaaaaaacppppbaaaaaaaaaaaaaaaaippppgaaaaaaaaaaaaaaaaoppppmaaaaaaaaaaaaaaafppkmppdaaaaaaaaaaaaaakppfgppja"
    "aaaaaaaaaaaabppoabppoaaaaaaaaaaaaahppiaakppfaaaaaaaaaaaanppdaafpplaaaaaaaaaaadppmaaaaoppcaaaaaaaaaajpphaaaajppha"
    "aaaaaaaaboppcaaaadppnaaaaaaaaafpplaaaaaanppeaaaaaaaalppfaaaaaahppjaaaaaaacppobaaaaaacppobaaaaaaippnjjjjjjjjoppga"
    "aaaaanppppppppppppppmaaaaaeppppppppppppppppcaaaakppiaaaaaaaaaajppiaaabpppdaaaaaaaaaaeppnaaagppmaaaaaaaaaaaanppea"
    "ampphaaaaaaaaaaaaippkadpppcaaaaaaaaaaaadpppbipplaaaaaaaaaaaaaanppheffffffffffffffaanppppppppppppppbanppppppppppp"
    "pppbanppheeeeeeeeeeeaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppea"
    "aaaaaaaaaaaanppmlllllkjgcaaaanppppppppppppkcaanpponnnnnoppppocanppeaaaaaacipppmanppeaaaaaaaagpppenppeaaaaaaaaanp"
    "pinppeaaaaaaaaakppknppeaaaaaaaaakppknppeaaaaaaaaamppjnppeaaaaaaaadpppfnppeaaaaaaaenppobnppljjjjjknppppfanppppppp"
    "pppppofaanpppppppponkgbaaaeffffffffecaaaaaanppppppppppoibaaanppppppppppppodaanppheeeeegkpppnbanppeaaaaaaaepppgan"
    "ppeaaaaaaaakppjanppeaaaaaaaahppkanppeaaaaaaaaippjanppeaaaaaaaanppganppeaaaaaackppnaanppmlllllnpppmcaanpppppppppp"
    "pibaaanpponnnnnopppofaanppeaaaaaacipppfanppeaaaaaaaagppobnppeaaaaaaaaanppgnppeaaaaaaaaakppjnppeaaaaaaaaakppknppe"
    "aaaaaaaaamppjnppeaaaaaaaadpppgnppeaaaaaaaenppobnppljjjjjknppppfanppppppppppppofaanpppppppponkgbaaaefffffffffffff"
    "dnpppppppppppppknpppppppppppppknppiffffffffffdnppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaa"
    "aaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaa"
    "aanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppeaaaaaaaaaaanppea"
    "aaaaaaaaaaaaaaabfffffffffffffeaaaaaaaacpppppppppppppmaaaaaaaacpppppppppppppmaaaaaaaacpppfffffffjppmaaaaaaaacpppa"
    "aaaaaagppmaaaaaaaacpppaaaaaaagppmaaaaaaaacpppaaaaaaagppmaaaaaaaadpppaaaaaaagppmaaaaaaaadpppaaaaaaagppmaaaaaaaaep"
    "poaaaaaaagppmaaaaaaaafppoaaaaaaagppmaaaaaaaagppmaaaaaaagppmaaaaaaaahpplaaaaaaagppmaaaaaaaajppjaaaaaaagppmaaaaaaa"
    "alpphaaaaaaagppmaaaaaaaaoppeaaaaaaagppmaaaaaaacpppcaaaaaaagppmaaaaaaagppnaaaaaaaagppmaaaaaaakppjaaaaaaaagppmaaaa"
    "aacpppeaaaaaaaagppmaaaaacnppnaaaaaaaaagppmaaaekppppmkkkkkkkkkmppokkegpppppppppppppppppppppggpppppppppppppppppppp"
    "pggppeaaaaaaaaaaaaaaaeppggppeaaaaaaaaaaaaaaaeppggppeaaaaaaaaaaaaaaaeppggppeaaaaaaaaaaaaaaaeppggppeaaaaaaaaaaaaaa"
    "aeppgaaaaaaaaaaaaaaaaaaaaaaaefffffffffffffeanpppppppppppppnanpppppppppppppnanppiffffffffffeanppeaaaaaaaaaaaanppe"
    "aaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppnmmmmmmmmmmfanpppppppppppppganppo"
    "nnnnnnnnnnfanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppe"
    "aaaaaaaaaaaanppeaaaaaaaaaaaanpplkkkkkkkkkkkcnppppppppppppppdnppppppppppppppdadfffbaaaaaaaaacffeaaaaaaaaaadfffbac"
    "opplaaaaaaaaafppmaaaaaaaaafpppiaaadoppkaaaaaaaafppmaaaaaaaaepppjaaaaaepppjaaaaaaafppmaaaaaaadoppkaaaaaaafpppiaaa"
    "aaafppmaaaaaacopplaaaaaaaaafppphaaaaafppmaaaaacnppmbaaaaaaaaaahpppgaaaafppmaaaabnppmbaaaaaaaaaaaaipppfaaafppmaaa"
    "bmppncaaaaaaaaaaaaaajpppeaafppmaaalppocaaaaaaaaaaaaaaaakppodafppmaakppodaaaaaaaaaaaaaaaaalpppocfppmajppppdaaaaaa"
    "aaaaaaaaaafpppppnhppmipppppmaaaaaaaaaaaaaaaboppfmpppppppppgmpphaaaaaaaaaaaaaakppkacnppppppphadppocaaaaaaaaaaaaep"
    "pobaacopppppiaaaipplaaaaaaaaaaabnppgaaaadopppjaaaabnppgaaaaaaaaaajpplaaaaaagppnaaaaaaeppobaaaaaaaadppocaaaaaafpp"
    "maaaaaaajppkaaaaaaaampphaaaaaaafppmaaaaaaaboppfaaaaaahppmaaaaaaaafppmaaaaaaaafppnbaaaacpppdaaaaaaaafppmaaaaaaaaa"
    "kppjaaaalppiaaaaaaaaafppmaaaaaaaaacoppeaagppnaaaaaaaaaafppmaaaaaaaaaagppnacoppeaaaaaaaaaafppmaaaaaaaaaaamppiaadg"
    "ikllkifbaaaaahoppppppppppjbaaakppppooopppppodaakpkfbaaaacgnppobaebaaaaaaaaabnppiaaaaaaaaaaaaahppmaaaaaaaaaaaaafp"
    "pnaaaaaaaaaaaaagpplaaaaaaaaaaaaamppgaaaaaaaaaaadlpplaaaaaakmmmmopppjaaaaaaanppppppogaaaaaaaalmmnnppppndaaaaaaaaa"
    "aabfmppodaaaaaaaaaaaaalppmaaaaaaaaaaaaabpppcaaaaaaaaaaaaamppfaaaaaaaaaaaaamppgaaaaaaaaaaaaaoppebaaaaaaaaaaafppob"
    "nibaaaaaaaaeoppjanpokgeddehlpppnbanppppppppppppkbaadimppppppppkeaaaaaaabdfgggdbaaaaaaeffbaaaaaaaaadfffenppdaaaaa"
    "aaaanpppmnppdaaaaaaaagppppmnppdaaaaaaaboppppmnppdaaaaaaahppoppmnppdaaaaaabopphppmnppdaaaaaaippkeppmnppdaaaaacppp"
    "ceppmnppdaaaaajppjaeppmnppdaaaacpppcaeppmnppdaaaakppiaaeppmnppdaaadppobaaeppmnppdaaalpphaaaeppmnppdaaeppobaaaepp"
    "mnppdaamppgaaaaeppmnppdafppnaaaaaeppmnppdamppfaaaaaeppmnppdgppmaaaaaaeppmnppdnppfaaaaaaeppmnppkppmaaaaaaaeppmnpp"
    "pppeaaaaaaaeppmnpppplaaaaaaaaeppmnppppdaaaaaaaaeppmnpppkaaaaaaaaaeppmaaaakkaaaaadlhaaaaaaaampkcaaenphaaaaaaaaepp"
    "pppppnbaaaaaaaaadkoppnibaaaaaaaaaaaaabaaaaaaaaaaaaaaaaaaaaaaaaaaaeffbaaaaaaaaadfffenppdaaaaaaaaanpppmnppdaaaaaaa"
    "agppppmnppdaaaaaaaboppppmnppdaaaaaaahppoppmnppdaaaaaabopphppmnppdaaaaaaippkeppmnppdaaaaacpppceppmnppdaaaaajppjae"
    "ppmnppdaaaacpppcaeppmnppdaaaakppiaaeppmnppdaaadppobaaeppmnppdaaalpphaaaeppmnppdaaeppobaaaeppmnppdaamppgaaaaeppmn"
    "ppdafppnaaaaaeppmnppdamppfaaaaaeppmnppdgppmaaaaaaeppmnppdnppfaaaaaaeppmnppkppmaaaaaaaeppmnpppppeaaaaaaaeppmnpppp"
    "laaaaaaaaeppmnppppdaaaaaaaaeppmnpppkaaaaaaaaaeppmeffbaaaaaaaaaadfffcanppeaaaaaaaaaepppmbanppeaaaaaaaaeoppmbaanpp"
    "eaaaaaaaeoppmbaaanppeaaaaaadoppmbaaaanppeaaaaadoppmbaaaaanppeaaaadoppnbaaaaaanppeaaadoppnbaaaaaaanppeaacoppncaaa"
    "aaaaanppeacoppncaaaaaaaaanppecnpppobaaaaaaaaanppgnpppppkaaaaaaaaanpppppoeoppfaaaaaaaanppppocagppocaaaaaaanpppoda"
    "aalpplaaaaaaanppodaaaacoppgaaaaaanppfaaaaaagppocaaaaanppeaaaaaaalpplaaaaanppeaaaaaaacoppgaaaanppeaaaaaaaagppocaa"
    "anppeaaaaaaaaalpplaaanppeaaaaaaaaaboppgaanppeaaaaaaaaaafppocanppeaaaaaaaaaaakpplaaaaaaafffffffffffffeaaaaaappppp"
    "ppppppppoaaaaaapppppppppppppoaaaaaappphffffffhppoaaaaaapppdaaaaaaeppoaaaaaapppdaaaaaaeppoaaaaaapppcaaaaaaeppoaaa"
    "aaapppcaaaaaaeppoaaaaabpppcaaaaaaeppoaaaaabpppbaaaaaaeppoaaaaacpppbaaaaaaeppoaaaaadpppaaaaaaaeppoaaaaaeppoaaaaaa"
    "aeppoaaaaagppmaaaaaaaeppoaaaaaippkaaaaaaaeppoaaaaalppiaaaaaaaeppoaaaaaoppfaaaaaaaeppoaaaadpppbaaaaaaaeppoaaaajpp"
    "maaaaaaaaeppoaaaepppgaaaaaaaaeppoabipppmaaaaaaaaaeppoippppncaaaaaaaaaeppokpppkbaaaaaaaaaaeppoklhcaaaaaaaaaaaaepp"
    "oefffeaaaaaaaaaaabffffcnppppcaaaaaaaaaaipppphnppppiaaaaaaaaaanpppphnppopnaaaaaaaaaeppopphnppkppeaaaaaaaakppkpphn"
    "ppeppkaaaaaaabppkjpphnppdkppbaaaaaagppejpphnppdfppgaaaaaampnajpphnppdaopmaaaaadppiajpphnppdaippcaaaaippcajpphnpp"
    "dadppiaaaaopmaajpphnppdaampnaaafppgaajpphnppdaagppeaakppbaajpphnppdaabppkabppkaaajpphnppdaaakppbhppeaaajpphnppda"
    "aaeppgmpnaaaajpphnppdaaaaopnppiaaaajpphnppdaaaaippppcaaaajpphnppdaaaacpppmaaaaajpphnppdaaaaahiieaaaaajpphnppdaaa"
    "aaaaaaaaaaajpphnppdaaaaaaaaaaaaaajpphnppdaaaaaaaaaaaaaajpphnppdaaaaaaaaaaaaaajppheffbaaaaaaaaaabfffnppeaaaaaaaaa"
    "aepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepp"
    "onppeaaaaaaaaaaepponppeaaaaaaaaaaepponppnmmmmmmmmmmmpponpppppppppppppppponpponnnnnnnnnnopponppeaaaaaaaaaaepponpp"
    "eaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaa"
    "aaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaeppoaaaaaaabfiklkjgbaaaaaaaaaaaabipppppppppkcaaaaaa"
    "aaadopppponopppppfaaaaaaadoppoicaaabgopppgaaaaabnppncaaaaaaablpppdaaaajppocaaaaaaaaabnppmaaabppphaaaaaaaaaaaeppp"
    "eaahppobaaaaaaaaaaaamppkaalppjaaaaaaaaaaaaahppoaaoppgaaaaaaaaaaaaadpppcbpppeaaaaaaaaaaaaabpppecpppdaaaaaaaaaaaaa"
    "apppfdpppcaaaaaaaaaaaaaaoppgcpppdaaaaaaaaaaaaaapppfbpppeaaaaaaaaaaaaabpppeanpphaaaaaaaaaaaaaepppbakpplaaaaaaaaaa"
    "aaaippnaagpppcaaaaaaaaaaaanppiaaaoppjaaaaaaaaaaahpppcaaahpppfaaaaaaaaadoppkaaaaalpppgaaaaaaaeoppnbaaaaabmpppmgdc"
    "dflpppodaaaaaaabkpppppppppppmcaaaaaaaaaaelpppppppmgaaaaaaaaaaaaaabefggebaaaaaaaaefffffffffffffffffnppppppppppppp"
    "ppponpppppppppppppppponppiffffffffffhpponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaeppo"
    "nppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppe"
    "aaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaa"
    "aaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaepponppeaaaaaaaaaaeppoefffffffecaaaaaanpppppppppoibaaanpppppppppppoeaa"
    "nppheeeegkpppocanppeaaaaaafpppjanppeaaaaaaajppoanppeaaaaaaaepppcnppeaaaaaaacpppdnppeaaaaaaadpppcnppeaaaaaaahpppa"
    "nppeaaaaaacopplanppeaaaabgnpppeanppppppppppppiaanppppppppppnfaaanppljjjjihdaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaa"
    "nppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaanppeaaaaaaaaaaaa"
    "aaaaaaaadhjklkifbaaaaaaaaahopppppppppkdaaaaacnppppponopppppgaaadopppkeaaaabglppjaabnppodaaaaaaaaaenjaajppodaaaaa"
    "aaaaaabfabppphaaaaaaaaaaaaaaahppobaaaaaaaaaaaaaaalppjaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaacppp"
    "daaaaaaaaaaaaaaadpppcaaaaaaaaaaaaaaacpppdaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaaanpphaaaaaaaaaaaaaaaakpplaaaaaaaaaaa"
    "aaaaagpppcaaaaaaaaaaaaaaaaoppjaaaaaaaaaaaaaaaagpppgaaaaaaaaaaaeiaaakpppibaaaaaaabipjaaablpppoifdcegkoppjaaaaajpp"
    "ppppppppppmdaaaaaackoppppppplfaaaaaaaaaaadfggfebaaaaafffffffffffffffffffdbpppppppppppppppppppkbppppppppppppppppp"
    "ppkaffffffffnppjfffffffdaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaa"
    "aaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamp"
    "pfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaa"
    "aaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaaaaaaaaaaamppfaaaaaaaacfff"
    "aaaaaaaaaaacffecpppeaaaaaaaaaamppjakpplaaaaaaaaadpppdaepppcaaaaaaaakpplaaamppiaaaaaaabpppfaaagppobaaaaaahppnaaaa"
    "boppgaaaaaaopphaaaaaippmaaaaafpppbaaaaacpppeaaaamppjaaaaaaalppkaaadpppdaaaaaaaepppcaajppmaaaaaaaaanppiabpppfaaaa"
    "aaaaahppoahppoaaaaaaaaaaboppgnpphaaaaaaaaaaajppopppbaaaaaaaaaaadpppppkaaaaaaaaaaaaalppppdaaaaaaaaaaaaafpppmaaaaa"
    "aaaaaaaaabpppgaaaaaaaaaaaaaahppoaaaaaaaaaaaaaacoppiaaaaaaaaaaajkloppobaaaaaaaaaaaopppppgaaaaaaaaaaaaopomjdaaaaaa"
    "aaaaaaaaaaaaaaaeffcaaaaaaaaaaaaaaaaaaaaamppgaaaaaaaaaaaaaaaaaaaabmpphaaaaaaaaaaaaaaaachloppppppnkfbaaaaaaaaackpp"
    "pppppppppppohaaaaaaafoppppljnppkknppppmbaaaafpppohbaamppgaadkpppmbaaboppncaaaamppgaaaagpppiaahpppcaaaaamppgaaaaa"
    "jppobamppkaaaaaamppgaaaaabpppfapppgaaaaaamppgaaaaaamppibpppeaaaaaamppgaaaaaalppjbpppeaaaaaamppgaaaaaalppjapppfaa"
    "aaaamppgaaaaaamppiamppjaaaaaamppgaaaaabpppfaippobaaaaamppgaaaaaipppbaboppmbaaaamppgaaaaepppiaaagpppnfaaamppgaacj"
    "pppnbaaaagppppokhnppkimppppncaaaaaadmpppppppppppppoibaaaaaaaaadimpppppppolgbaaaaaaaaaaaaaaacnpphbaaaaaaaaaaaaaaa"
    "aaaaamppgaaaaaaaaaaaaaaaaaaaaamppgaaaaaaaaaaaaeffdaaaaaaaaaaafffcaagppnbaaaaaaaaaippnaaaalppjaaaaaaaadpppdaaaaco"
    "ppeaaaaaaanppiaaaaaagppnbaaaaaippmaaaaaaaalppjaaaadpppdaaaaaaaacoppeaabnppiaaaaaaaaaagppobaippmaaaaaaaaaaaalppke"
    "pppdaaaaaaaaaaaacoppoppiaaaaaaaaaaaaaagppppmaaaaaaaaaaaaaaaanpppdaaaaaaaaaaaaaaafppppfaaaaaaaaaaaaaaboppppobaaaa"
    "aaaaaaaaakppklppkaaaaaaaaaaaafppobcoppfaaaaaaaaaaboppfaagppobaaaaaaaaalppkaaaalppjaaaaaaaagppobaaaacoppeaaaaaaco"
    "ppfaaaaaahppnbaaaaalppkaaaaaaaamppjaaaagppobaaaaaaaacpppeaacoppfaaaaaaaaaahppnbalppkaaaaaaaaaaaamppjeffbaaaaaaaa"
    "aabfffaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoa"
    "aanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppea"
    "aaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaa"
    "aaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanppeaaaaaaaaaaeppoaaanpplkkkkkkkkkklpppk"
    "kgnpppppppppppppppppppjnpppppppppppppppppppjaaaaaaaaaaaaaaaaabppjaaaaaaaaaaaaaaaaabppjaaaaaaaaaaaaaaaaabppjaaaaa"
    "aaaaaaaaaaaabppjaaaaaaaaaaaaaaaaabppjaaaaaaaaaaaaaaaaaaaaabffeaaaaaaaaacffeeppnaaaaaaaaagppmeppnaaaaaaaaagppmepp"
    "naaaaaaaaagppmeppnaaaaaaaaagppmeppnaaaaaaaaagppmeppnaaaaaaaaagppmeppoaaaaaaaaagppmdpppbaaaaaaaagppmapppeaaaaaaaa"
    "gppmalppmbaaaaaaagppmafpppngedddddippmaajpppppppppppppmaaahopppppppppppmaaaaaeghhhhhhkppmaaaaaaaaaaaaagppmaaaaaa"
    "aaaaaaagppmaaaaaaaaaaaaagppmaaaaaaaaaaaaagppmaaaaaaaaaaaaagppmaaaaaaaaaaaaagppmaaaaaaaaaaaaagppmaaaaaaaaaaaaagpp"
    "maaaaaaaaaaaaagppmeffbaaaaaaaacffdaaaaaaaaafffanppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaa"
    "aaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnpp"
    "eaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabppp"
    "bnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaa"
    "bpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaa"
    "aaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnppeaaaaaaaahppkaaaaaaaabpppbnpplkkkkkkkkmppnkkkkkkkkkpppbnppppppppppppppp"
    "ppppppppppppbnpppppppppppppppppppppppppppbeffbaaaaaaaacffdaaaaaaaaafffaaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaa"
    "aaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpp"
    "pbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahpp"
    "kaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanpp"
    "eaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaa"
    "aabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaaaahppkaaaaaaaabpppbaanppeaaaaaa"
    "aahppkaaaaaaaabpppbaanpplkkkkkkkkmppnkkkkkkkkkpppkkhnppppppppppppppppppppppppppppplnpppppppppppppppppppppppppppp"
    "plaaaaaaaaaaaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaaaaaaaaaaaoplaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaffffffffffaaaaaaaaaaaaaabpppppppppp"
    "aaaaaaaaaaaaaabppppppppppaaaaaaaaaaaaaaaffffffhpppaaaaaaaaaaaaaaaaaaaaadpppaaaaaaaaaaaaaaaaaaaaadpppaaaaaaaaaaaa"
    "aaaaaaaaadpppaaaaaaaaaaaaaaaaaaaaadpppaaaaaaaaaaaaaaaaaaaaadpppaaaaaaaaaaaaaaaaaaaaadpppaaaaaaaaaaaaaaaaaaaaadpp"
    "pllllllkifbaaaaaaaaaaadppppppppppppoiaaaaaaaaaadpppnnnnnnppppplaaaaaaaaadpppaaaaaaadlppphaaaaaaaadpppaaaaaaaaakp"
    "poaaaaaaaadpppaaaaaaaaadpppdaaaaaaadpppaaaaaaaaaapppfaaaaaaadpppaaaaaaaaaapppfaaaaaaadpppaaaaaaaaacpppeaaaaaaadp"
    "ppaaaaaaaaaipppbaaaaaaadpppaaaaaaaahpppkaaaaaaaadpppjjjjjjlopppncaaaaaaaadpppppppppppppmcaaaaaaaaadpppppppppomje"
    "aaaaeffbaaaaaaaaaaaaaaafffanppeaaaaaaaaaaaaaabpppbnppeaaaaaaaaaaaaaabpppbnppeaaaaaaaaaaaaaabpppbnppeaaaaaaaaaaaa"
    "aabpppbnppeaaaaaaaaaaaaaabpppbnppeaaaaaaaaaaaaaabpppbnppeaaaaaaaaaaaaaabpppbnppeaaaaaaaaaaaaaabpppbnppeaaaaaaaaa"
    "aaaaabpppbnppmlllllkjgcaaaaabpppbnppppppppppppkcaaabpppbnpponnnnnoppppocaabpppbnppeaaaaaacipppmaabpppbnppeaaaaaa"
    "aagpppeabpppbnppeaaaaaaaaanppiabpppbnppeaaaaaaaaakppkabpppbnppeaaaaaaaaakppkabpppbnppeaaaaaaaaamppjabpppbnppeaaa"
    "aaaaadpppfabpppbnppeaaaaaaaenppobabpppbnppljjjjjknppppfaabpppbnppppppppppppofaaabpppbnpppppppponkgbaaaabpppbeffb"
    "aaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaa"
    "aaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppeaaaaaaaaaaaaanppmlllllkjgcaaaanppppppppppppkcaanpponnnnnoppppocanppeaaa"
    "aaacipppmanppeaaaaaaaagpppenppeaaaaaaaaanppinppeaaaaaaaaakppknppeaaaaaaaaakppknppeaaaaaaaaamppjnppeaaaaaaaadpppf"
    "nppeaaaaaaaenppobnppljjjjjknppppfanppppppppppppofaanpppppppponkgbaaaaaaaehjllkifbaaaaaaaabiopppppppppjcaaaaacopp"
    "pppnnopppppfaaaaeppoidaaaacgnppphaaaephbaaaaaaaaajpppeaaddaaaaaaaaaaaakppnaaaaaaaaaaaaaaaabpppgaaaaaaaaaaaaaaaaj"
    "ppmaaaaaaaaaaaaaaaaepppbaaaaaaaaaaaaaaaapppfaaaaaaaaaaaaaaaanppgaaaeppppppppppppppphaaaepppppppppppppppiaaadkkkk"
    "kkkkkkkkopphaaaaaaaaaaaaaaaaoppgaaaaaaaaaaaaaaabpppeaaaaaaaaaaaaaaafpppaaaaaaaaaaaaaaaalpplaaaaaaaaaaaaaaadpppea"
    "eiaaaaaaaaaaabnpplaaepmeaaaaaaaadmppocaaepppmheddegkpppoeaaabkppppppppppppmcaaaaaadjoppppppplfaaaaaaaaaaacfggfeb"
    "aaaaaaaadffcaaaaaaaaaaadhjlljhdaaaaaaalpphaaaaaaaaafnppppppppnfaaaaalpphaaaaaaabkpppponnpppppkaaaalpphaaaaaaalpp"
    "pkeaaaaelppplaaalpphaaaaaaipppgaaaaaaaahpppiaalpphaaaaadppphaaaaaaaaaaipppdalpphaaaaalppmaaaaaaaaaaaanppjalpphaa"
    "aacpppfaaaaaaaaaaaahpppblpphaaaagppoaaaaaaaaaaaaabpppelpphaaaajpplaaaaaaaaaaaaaanppilpphaaaalppjaaaaaaaaaaaaaakp"
    "pjlppppppppppiaaaaaaaaaaaaaakppklpppppppppphaaaaaaaaaaaaaajppllppmkkkkoppiaaaaaaaaaaaaaakppklpphaaaakppkaaaaaaaa"
    "aaaaaalppjlpphaaaaippmaaaaaaaaaaaaaaopphlpphaaaafpppbaaaaaaaaaaaadpppdlpphaaaabopphaaaaaaaaaaaaippoalpphaaaaaipp"
    "obaaaaaaaaaacopphalpphaaaaaboppkaaaaaaaaaalppobalpphaaaaaafpppkbaaaaaablpppeaalpphaaaaaaahpppoieccejoppphaaalpph"
    "aaaaaaaagoppppppppppofaaaalpphaaaaaaaaacjoppppppnibaaaaaaaaaaaaaaaaaaaaadfggfdaaaaaaaaaaaaaabeeffffffffaaaabhnpp"
    "pppppppppbaadnpppppppppppppbabnppplgfeeeefpppbaippphaaaaaaabpppbamppmaaaaaaaabpppbapppiaaaaaaaabpppbbppphaaaaaaa"
    "abpppbapppiaaaaaaaabpppbamppnaaaaaaaabpppbagpppjaaaaaaabpppbaakpppojhhhhhhpppbaaagoppppppppppppbaaaabgnppppppppp"
    "pbaaaaabnppicccdpppbaaaaajppnaaaabpppbaaaadpppeaaaabpppbaaaamppjaaaaabpppbaaahppobaaaaabpppbaacoppgaaaaaabpppbaa"
    "kpplaaaaaaabpppbafpppcaaaaaaabpppbbnpphaaaaaaaabpppbippnaaaaaaaaabpppbaaacgkmnnmkgaaaaaakpppppppppneaaaamppmjiik"
    "opppdaaajfbaaaaabkppmaaaaaaaaaaaaalppdaaaaaaaaaaaafpphaaaaaaaaabbbdppjaaaagknppppppppkaadnppppppppppplacoppnifed"
    "ddfpplajppjaaaaaaadpplaopobaaaaaaafpplbppmaaaaaaaajpplappoaaaaaaacopplanppfaaaaablppplaippohcabfnpmpplabmppppppp"
    "pmdpplaabkpppppojbdpplaaaacfggebaaaaaaaaaaaaaaeghijklbaaaaaaekppppppppfaaaaajpppppponmlfaaaalppplfcaaaaaaaaaippo"
    "eaaaaaaaaaaacppocaaaaaaaaaaaajppfaaaaaaaaaaaaanpnaejmnnmidaaaabppllppppppppjaaadpppppplijmppplaaeppppodaaaafoppi"
    "adppppdaaaaaafpppbdpppkaaaaaaaampphcpppeaaaaaaaagppkcpppbaaaaaaaadppnbpppaaaaaaaaacppobpppaaaaaaaaabppoapppaaaaa"
    "aaaacppoanppdaaaaaaaaeppmakpphaaaaaaaaippjafppnaaaaaaaboppeaanppiaaaaaakppnaaaepppkdabelpppdaaaagppppppppppfaaaa"
    "aaemppppppldaaaaaaaaacfggfbaaaaabiiiiiihhgdaaaabppppppppppnfaabppommmmnppppgabppmaaaaackppnabppmaaaaaaanppbbppma"
    "aaaaaamppbbppmaaaaaaeppmabppnfffghlppndabppppppppppjbaabpppooooppppndabppmaaaaacippodbppmaaaaaaagppkbppmaaaaaaac"
    "ppobppmaaaaaaadppobppmaaaaaaakpplbppneeeefhnpppebppppppppppppgabppppppppolicaabiiiiiiiiiiiicbppppppppppppebppomm"
    "mmmmmmmdbppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaa"
    "aaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaaaaaaaf"
    "iiiiiiiiiiibaaaaaaakpppppppppppcaaaaaaakppnmmmmmoppcaaaaaaakppdaaaaalppcaaaaaaakppdaaaaalppcaaaaaaalppdaaaaalppc"
    "aaaaaaalppcaaaaalppcaaaaaaanppcaaaaalppcaaaaaaaoppbaaaaalppcaaaaaabppoaaaaaalppcaaaaaaeppmaaaaaalppcaaaaaahppiaa"
    "aaaalppcaaaaaalppeaaaaaalppcaaaaacppoaaaaaaalppcaaaaalppiaaaaaaalppcaabfmpppgeeeeeeemppgecfpppppppppppppppppphfp"
    "ppppppppppppppppphfppaaaaaaaaaaaaaanphfppaaaaaaaaaaaaaanphfppaaaaaaaaaaaaaanphfppaaaaaaaaaaaaaanphcggaaaaaaaaaaa"
    "aaafgdaaaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaaaaeppjanpp"
    "baaaaaaaaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaamppfaaaaaaaaa"
    "aaaahppmaaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdbaaaagiieaa"
    "aaaaaiigaaaaaaagiieaacoppeaaaaaappnaaaaaahppmbaaadopoeaaaaappnaaaaagppnbaaaaaeopodaaaappnaaaafppncaaaaaaaeppocaa"
    "appnaaaeppodaaaaaaaaafppncaappnaadopodaaaaaaaaaaagppnbappnacoppeaaaaaaaaaaaaboppmbppncnpplaaaaaaaaaaaaaipppplppo"
    "nppppgaaaaaaaaaaaeppmjpppppppiopocaaaaaaaaabnppdakpppppiafpplaaaaaaaaajppiaaalpppjaaakppgaaaaaaaeppmaaaabppnaaaa"
    "bopocaaaaabnppdaaaaappnaaaaafpplaaaaajppiaaaaaappnaaaaaakppgaaaeppmaaaaaaappnaaaaaabopocabnppdaaaaaaappnaaaaaaaf"
    "pplajppiaaaaaaaappnaaaaaaaakppgbfilmnonkgaaaafpppppppppndaafpomkjkmpppobacdaaaaaadnpphaaaaaaaaaaeppjaaaaaaaaaaep"
    "piaaaaaaaaacmppdaaaaeiijlppofaaaaaipppppkbaaaaaagnnopppofaaaaaaaaabgoppfaaaaaaaaaacppnaaaaaaaaaaalppbaaaaaaaaaam"
    "ppbaaaaaaaaafppnamiebaaadjppphaoppppopppppkaakopppppppmgaaaaaceghgfcaaaaabiigaaaaaaaahiihbppmaaaaaaagpppnbppmaaa"
    "aaabopppnbppmaaaaaajppppnbppmaaaaadpplppnbppmaaaaamppcppnbppmaaaagppiappnbppmaaabopnaappnbppmaaajppeaappnbppmaad"
    "ppkaaappnbppmaamppcaaappnbppmagpphaaaappnbppmbopnaaaaappnbppmjppeaaaaappnbppoppkaaaaaappnbppppocaaaaaappnbppppha"
    "aaaaaappnbpppnaaaaaaaappnaaacfcaaaaadfbaaaaafpjaaaaampdaaaaacpphbacjpnaaaaaaaipppppppfaaaaaaaahnpppnfaaaaaaaaaaa"
    "ccbaaaaaaaaaaaaaaaaaaaaaabiigaaaaaaaahiihbppmaaaaaaagpppnbppmaaaaaabopppnbppmaaaaaajppppnbppmaaaaadpplppnbppmaaa"
    "aamppcppnbppmaaaagppiappnbppmaaabopnaappnbppmaaajppeaappnbppmaadppkaaappnbppmaamppcaaappnbppmagpphaaaappnbppmbop"
    "naaaaappnbppmjppeaaaaappnbppoppkaaaaaappnbppppocaaaaaappnbpppphaaaaaaappnbpppnaaaaaaaappnbiigaaaaaaadiihbabppmaa"
    "aaaadoppgaabppmaaaaadoppgaaabppmaaaadopphaaaabppmaaacopphaaaaabppmaacopphaaaaaabppmacnpphaaaaaaabppmcnppobaaaaaa"
    "abppnnppppjaaaaaaabpppppinppeaaaaaabppppiaeppobaaaaabpppiaaaippkaaaaabppmaaaaamppgaaaabppmaaaaacopocaaabppmaaaaa"
    "agppmaaabppmaaaaaaalppiaabppmaaaaaaaboppdabppmaaaaaaaafppnbaaaaaiiiiiiiiiiigaaaaapppppppppppmaaaaapppmmmmmmppmaa"
    "aaappnaaaaabppmaaaabppnaaaaabppmaaaabppmaaaaabppmaaaabppmaaaaabppmaaaacpplaaaaabppmaaaadppkaaaaabppmaaaafppjaaaa"
    "abppmaaaahpphaaaaabppmaaaajppeaaaaabppmaaaanppbaaaaabppmaaaepplaaaaaabppmaaeoppfaaaaaabppmglpppkaaaaaaabppmmpppj"
    "aaaaaaaabppmllicaaaaaaaaabppmbiiiicaaaaaaaaahiiicbppppiaaaaaaaafppppebppppoaaaaaaaamppppebppnppgaaaaaadppnppebpp"
    "mkpmaaaaaakpmkppebppmeppdaaaabppgkppebppmampkaaaahpobkppebppmagppbaaanpiakppebppmabopiaafppcakppebppmaaipoaampka"
    "akppebppmaacppfdppeaakppebppmaaakpmjpnaaakppebppmaaaeppppgaaakppebppmaaaanppobaaakppebppmaaaafkkgaaaakppebppmaaa"
    "aaaaaaaaakppebppmaaaaaaaaaaaakppebppmaaaaaaaaaaaakppebiigaaaaaaaaahiiabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaa"
    "aaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppnfffffffffoppabpppppppppppppppabpppooooooooopppab"
    "ppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaa"
    "aanppabppmaaaaaaaaanppaaaaaafjmnnlhcaaaaaaacmppppppppiaaaaacoppplijnpppjaaaamppncaaaagpppgaafppocaaaaaahppnaalpp"
    "haaaaaaaaoppeaoppcaaaaaaaajppicppoaaaaaaaaafppldppnaaaaaaaaaeppmdppmaaaaaaaaaeppmcppnaaaaaaaaaepplbpppaaaaaaaaah"
    "ppkanppeaaaaaaaalppgaipplaaaaaaacpppcacpppgaaaaabmppkaaahpppjdabfnppocaaaajpppppppppodaaaaaafnppppppkcaaaaaaaaac"
    "fggebaaaaabiiiiiiiiiiiiiiiabpppppppppppppppabppommmmmmmmmpppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppa"
    "bppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaa"
    "aaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabiigaafkmnmicaaaabpp"
    "mblppppppphaaabppmlpokijnpppgaabppppmcaaaaipppcabpppobaaaaaajppkabppphaaaaaaacpppbbpppcaaaaaaaalppebppoaaaaaaaaa"
    "ipphbppnaaaaaaaaahppibppmaaaaaaaaahppibppnaaaaaaaaahpphbpppaaaaaaaaakppgbpppeaaaaaaaanppcbpppkaaaaaaafppnabppppf"
    "aaaaabnpphabppoopicabfnppmaabppmfppppppppncaabppmaenpppppkbaaabppmaaadfgfbaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaa"
    "abppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabppmaaaaaaaaaaaaabkkiaaaaaaaaaaaaaaaaaachlnonlieaaaaajpppppppppjaablpppnjijlo"
    "pjaajppofaaaaaafhadpppeaaaaaaaaaakppjaaaaaaaaaaaoppdaaaaaaaaaacppoaaaaaaaaaaadppnaaaaaaaaaaadppmaaaaaaaaaaacppna"
    "aaaaaaaaaabpppbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaacaaepppmfbabdgmjaaafopppppppppjaaaackpppppp"
    "pleaaaaaabeghgebaaaiiiiiiiiiiiiiiiifbpppppppppppppppplbmmmmmmmppommmmmmiaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaa"
    "aaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaab"
    "pplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabpplaaaaaaaaaaaaaabppla"
    "aaaaaaahiibaaaaaaaaabiihakppgaaaaaaaaahppjadppmaaaaaaaaanppdaamppdaaaaaaaeppmaaagppjaaaaaaakppgaaabopobaaaaabppo"
    "baaaajppgaaaaahppjaaaaadppmaaaaanppdaaaaaalppdaaaeppmaaaaaaafppjaaakppfaaaaaaaaopobabppoaaaaaaaaaippgahppiaaaaaa"
    "aaacppmanppcaaaaaaaaaalpphpplaaaaaaaaaaaepppppfaaaaaaaaaaaanpppoaaaaaaaaaaaaahpppiaaaaaaaaaaaaabpppcaaaaaaaaaaaa"
    "aepplaaaaaaaaaaaaaakppfaaaaaaaaaaaaacppoaaaaaaaaaaaaablpphaaaaaaaaaaflmoppnbaaaaaaaaaahppppndaaaaaaaaaaafkkigaaa"
    "aaaaaaaaaaaaaaaaaaaeffbaaaaaaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaa"
    "aaaaaaamppcaaaaaaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaadknnkdamppcbimnlgaaaaaaahppppppemppdnppppplbaaaafpppmijponppmp"
    "likoppkaaaboppgaaadopppphaaacnppfaahppjaaaaaepppjaaaaaeppmaamppdaaaaaamppcaaaaaanppcappoaaaaaaamppcaaaaaajppfcpp"
    "maaaaaaamppcaaaaaahpphdpplaaaaaaamppcaaaaaagppiepplaaaaaaamppcaaaaaagppjdppmaaaaaaamppcaaaaaagppicppnaaaaaaamppc"
    "aaaaaaipphaoppbaaaaaamppcaaaaaalppeakppfaaaaaanppeaaaaaboppbafppnbaaaajpppnbaaaaippkaaalppmeabkpppppndacjpppcaaa"
    "coppppppkmpphpppppppgaaaaaclppppkbmppcgppppofaaaaaaaadggdaamppcabfgeaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaaaaaaaaampp"
    "caaaaaaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaaaaaaaaamppcaaaaaaaaaaaaaaaaaaaaaikkbaaaaaaaaaaa"
    "ciihbaaaaaaaahiidaalppkaaaaaaajppmaaaboppgaaaaafppocaaaaeppocaaacoppfaaaaaaippmbaamppjaaaaaaaalppjaippmaaaaaaaaa"
    "coppjppocaaaaaaaaaaepppppfaaaaaaaaaaaaipppjaaaaaaaaaaaaalpppjaaaaaaaaaaaaipppppfaaaaaaaaaaeppohppocaaaaaaaaboppg"
    "ajppmaaaaaaaalppkaaamppiaaaaaahppnbaaacoppeaaaaepppdaaaaafppocaabnppgaaaaaaajpplaalppkaaaaaaaabnppibiigaaaaaaaaa"
    "hiiaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaa"
    "aanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppmaaaaa"
    "aaaanppaaabppmaaaaaaaaanppaaabppmaaaaaaaaanppaaabppneeeeeeeeeoppfebbpppppppppppppppppfbpppppppppppppppppfaaaaaaa"
    "aaaaaaaaappfaaaaaaaaaaaaaaaappfaaaaaaaaaaaaaaaappfaaaaaaaaaaaaaaaappfaaaaaaaaaaaaaaaaggcfiicaaaaaaahiikppdaaaaaa"
    "anppkppdaaaaaaanppkppdaaaaaaanppkppdaaaaaaanppjppfaaaaaaanppippiaaaaaaanppeppoeaaaaaanppalpppmkkkkkoppabkppppppp"
    "ppppaaadijkkkkkoppaaaaaaaaaaanppaaaaaaaaaaanppaaaaaaaaaaanppaaaaaaaaaaanppaaaaaaaaaaanppaaaaaaaaaaanppaaaaaaaaaa"
    "anppbiigaaaaaaagiibaaaaaaeiidbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaaa"
    "aaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaa"
    "aippgbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppmaaa"
    "aaaamppbaaaaaaippgbppmaaaaaaamppbaaaaaaippgbppneeeeeeenppfeeeeeekppgbpppppppppppppppppppppppgbpppppppppppppppppp"
    "pppppgbiigaaaaaaagiibaaaaaaeiidaabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippg"
    "aabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabp"
    "pmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppmaa"
    "aaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppmaaaaaaamppbaaaaaaippgaabppneeeeeeenppfeeeeeekppiedbppppppppp"
    "ppppppppppppppppkbpppppppppppppppppppppppppkaaaaaaaaaaaaaaaaaaaaaaaajpkaaaaaaaaaaaaaaaaaaaaaaaajpkaaaaaaaaaaaaaa"
    "aaaaaaaaaajpkaaaaaaaaaaaaaaaaaaaaaaaajpkaaaaaaaaaaaaaaaaaaaaaaaaegeaiiiiiiiieaaaaaaaaaaaappppppppiaaaaaaaaaaaamm"
    "mmmnppiaaaaaaaaaaaaaaaaafppiaaaaaaaaaaaaaaaaafppiaaaaaaaaaaaaaaaaafppiaaaaaaaaaaaaaaaaafppiaaaaaaaaaaaaaaaaafppl"
    "fffffebaaaaaaaaaafppppppppppmfaaaaaaaafpppoooopppppiaaaaaaafppiaaaaadkpppdaaaaaafppiaaaaaaakppiaaaaaafppiaaaaaaa"
    "gppkaaaaaafppiaaaaaaahppkaaaaaafppiaaaaaabnpphaaaaaafppkeeefgioppobaaaaaafpppppppppppodaaaaaaafppppppppnlgbaabii"
    "gaaaaaaaaaaaaadiidbppmaaaaaaaaaaaaahppgbppmaaaaaaaaaaaaahppgbppmaaaaaaaaaaaaahppgbppmaaaaaaaaaaaaahppgbppmaaaaaa"
    "aaaaaaahppgbppmaaaaaaaaaaaaahppgbppnfffffecaaaaaahppgbppppppppppnhaaaahppgbpppooooppppplaaahppgbppmaaaaacippphaa"
    "hppgbppmaaaaaaagppmaahppgbppmaaaaaaacppoaahppgbppmaaaaaaadppoaahppgbppmaaaaaaakpplaahppgbppneeeefhnpppeaahppgbpp"
    "ppppppppppgaaahppgbppppppppolicaaaahppgbiigaaaaaaaaaaabppmaaaaaaaaaaabppmaaaaaaaaaaabppmaaaaaaaaaaabppmaaaaaaaaa"
    "aabppmaaaaaaaaaaabppmaaaaaaaaaaabppnfffffecaaaabppppppppppnhaabpppooooppppplabppmaaaaacippphbppmaaaaaaagppmbppma"
    "aaaaaacppobppmaaaaaaadppobppmaaaaaaakpplbppneeeefhnpppebppppppppppppgabppppppppolicaaachknonmieaaaaadppppppppplc"
    "aaaeppmjijlpppodaadicaaaaablppnbaaaaaaaaaaamppiaaaaaaaaaaadppobaaaaaaaaaaamppeaacfffffffflpphaafpppppppppppiaaeo"
    "ooooooopppjaaaaaaaaaaaippiaaaaaaaaaaakppgaaaaaaaaaaaoppcaaaaaaaaaahppmabbaaaaaaaeoppfaeoiebabejpppkaaepppppppppp"
    "kaaabjoppppppnfaaaaaaadfggfcaaaaaahihaaaaaaadimnnmjeaaaaappnaaaaaajpppppppplcaaappnaaaaakpppmjilpppncaappnaaaagp"
    "ppgaaaadnpplaappnaaaboppgaaaaaacpppeappnaaafppnaaaaaaaajppkappnaaajppiaaaaaaaadppnappoiiinppeaaaaaaaaapppbpppppp"
    "pppdaaaaaaaaaoppcpppnnnpppdaaaaaaaaanppcppnaaamppdaaaaaaaaaoppcppnaaakppgaaaaaaaabpppappnaaahppkaaaaaaaafppmappn"
    "aaacppocaaaaaaampphappnaaaalpplaaaaaahppobappnaaaacoppmebadkpppgaappnaaaaaeopppppppppiaaappnaaaaaackppppppmeaaaa"
    "aaaaaaaaaaabfggfcaaaaaaaaaaacfhhiiiiiieaaaclppppppppppiaacopppommmmnppiaakppneaaaaafppiaaoppdaaaaaafppiabppoaaaa"
    "aaafppiaapppcaaaaaafppiaalppmcaaaaafppiaadopppmlkkkmppiaaaclppppppppppiaaaaadpppjjjlppiaaaaakpphaaafppiaaaafppla"
    "aaafppiaaacopocaaaafppiaaalppfaaaaafppiaahppkaaaaaafppiadppnbaaaaaafppiamppeaaaaaaafppiaaahkkeaaaaaaaaaaaaabnpoc"
    "aaaaaaaaaaaaacoplaaaaaaaaaaaaaadopiaaaaaaaaaaaaaafppeaaaaaaaaaaaaaagpocaaaaaaaaaaaaaacdbaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaachlnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaa"
    "aaappmbppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahpp"
    "maaaaaaaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdbaaaaaaabeedaabeee"
    "aaaaaaaeppnaadpppaaaaaaaeppnaadpppaaaaaaaeoomaadoonaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaach"
    "lnnmkfaaaaaaaaippppppppmcaaaaalpppmjikoppncaaajppndaaaabkpplaadppobaaaaaaamppdajppgaaaaaaaaeppjanppbaaaaaaaaappm"
    "bppoeeefffffffopodppppppppppppppppdpppooooooooooooocppnaaaaaaaaaaaaabpppaaaaaaaaaaaaaamppfaaaaaaaaaaaaahppmaaaaa"
    "aaaaaaaaboppjaaaaaaaaadcaaepppmgcaabehmpfaaaeopppppppppppfaaaabioppppppplgbaaaaaaadfggfdbaaaaaacffcaaaaaaaaaaaaa"
    "aaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaa"
    "aciilppkiiiiiiigaaaaepppppppppppppmaaaadllnppnllllllljaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaabbaaa"
    "aaaaaaippgacjoppokcaaaaaaippgfopppppppfaaaaaippjpplhgioppocaaaaipppodaaaabmppjaaaaipppeaaaaaaeppnaaaaippmaaaaaaa"
    "aoppbaaaippiaaaaaaaamppdaaaippgaaaaaaaalppdaaaippgaaaaaaaamppdaaaippgaaaaaaaanppbaaaippgaaaaaaabppmaaaaippgaaaaa"
    "aafpphaaaaaaaaaaaaaaampobaaaaaaaaaaaaaahppgaaaaaaaaaaaaaafpplaaaaaaaaaaaaaahppmbaaaaaaaaaaaaenpplbaaaaaaaaaaaaah"
    "pohaaaaaaaaaaaaaaaegbaaaaaaaaaaaaaaaabklkbaaaaaaaaajppfaaaaaaaaagpphaaaaaaaaacopjaaaaaaaaabmplaaaaaaaaaajpmbaaaa"
    "aaaaaaddbaaaaaaaaaaaaaaaaaaabiiiiiiiiiiiicbppppppppppppebppommmmmmmmmdbppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaa"
    "bppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaa"
    "bppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaabppmaaaaaaaaaaaaaaachlnonlieaaaaaipppppppppjaaalpppmjijlopjaajppoeaaaa"
    "aafhadpppdaaaaaaaaaajppjaaaaaaaaaaaoppdaaaaaaaaaacpppffffffffeaadpppppppppppkaadpppooooooookaacppnaaaaaaaaaaabpp"
    "pbaaaaaaaaaaamppfaaaaaaaaaaahppmaaaaaaaaaaaboppjaaaaaaaacaafpppmfbabdhmjaaagppppppppppjaaaadkpppppppmeaaaaaabegh"
    "gebaaaaachlnonmkhcaaaahppppppppppdaafpppmjiijmppdaanppfaaaaaabhcabpplaaaaaaaaaaacpplaaaaaaaaaaaaoppfaaaaaaaaaaaj"
    "pppmhdaaaaaaaabmpppppplgbaaaaaagmppppppogaaaaaaabeimppppfaaaaaaaaaaclppnaaaaaaaaaaabpppbaaaaaaaaaaanppbceaaaaaaa"
    "acppoaepmhdbaacgnppiaeppppppppppplaacjnpppppppngaaaaaabeghgfdaaaaaffeppnppnppnffeaaaaaahihppnppnppnppnppnppnppnp"
    "pnppnppnppnppnppnppnppnppnppnbeeeaaaeeeadpppaabpppbdpppaabpppbdoonaabooobaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaahi"
    "haaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappna"
    "aaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaappnaaaaaaaaffeaaaappnaaaappnaaaappnaaaa"
    "ffeaaaaaaaaaaaaaaaaaahihaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaappnaaaa"
    "ppnaaaappnaaaappnaaaappnaaaappnaaaappnaaabppmaaadppkaaakpphhmoppobjpppoeagkjgbaaaaaaaiiiiiiiiiiidaaaaaaaaaaaaaap"
    "ppppppppppfaaaaaaaaaaaaaapppmmmmmoppfaaaaaaaaaaaaaappnaaaaaippfaaaaaaaaaaaaabppnaaaaaippfaaaaaaaaaaaaabppmaaaaai"
    "ppfaaaaaaaaaaaaabppmaaaaaippfaaaaaaaaaaaaacppmaaaaaippjfffecaaaaaaaadppkaaaaaippppppppnhaaaaaafppjaaaaaippoooppp"
    "pplaaaaahpphaaaaaippfaaacippphaaaajppeaaaaaippfaaaaagppmaaaanppbaaaaaippfaaaaacppoaaaepplaaaaaaippfaaaaadppoaaeo"
    "ppfaaaaaaippfaaaaakpplglpppkaaaaaaaippieefhnpppempppjaaaaaaaaippppppppppgalmicaaaaaaaaaippppppomicaabiigaaaaaaaa"
    "fiicaaaaaaaaabppmaaaaaaaakppdaaaaaaaaabppmaaaaaaaakppdaaaaaaaaabppmaaaaaaaakppdaaaaaaaaabppmaaaaaaaakppdaaaaaaaa"
    "abppmaaaaaaaakppdaaaaaaaaabppmaaaaaaaakppdaaaaaaaaabppnffffffffmpphfffebaaaabppppppppppppppppppppmgaabpppooooooo"
    "opppooopppppkabppmaaaaaaaakppdaaacjpppfbppmaaaaaaaakppdaaaaaippkbppmaaaaaaaakppdaaaaaeppmbppmaaaaaaaakppdaaaaafp"
    "pmbppmaaaaaaaakppdaaaaalppjbppmaaaaaaaakppheeginpppdbppmaaaaaaaakpppppppppofabppmaaaaaaaakppppppolhbaaaaacffcaaa"
    "aaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaippga"
    "aaaaaaaaaaaciilppkiiiiiiigaaaaepppppppppppppmaaaadllnppnllllllljaaaaaaaippgaaaaaaaaaaaaaaaippgaaaaaaaaaaaaaaaipp"
    "gaaaabbaaaaaaaaaippgacjoppokdaaaaaaippgfopppppppfaaaaaippjpplhginppocaaaaipppoeaaaabmppiaaaaipppeaaaaaadppnaaaai"
    "ppmaaaaaaaaoppaaaaippiaaaaaaaamppbaaaippgaaaaaaaalppcaaaippgaaaaaaaalppcaaaippgaaaaaaaalppcaaaippgaaaaaaaalppcaa"
    "aippgaaaaaaaalppcaaaaaaaaaellhaaaaaaaaaaaabopnbaaaaaaaaaaaalpocaaaaaaaaaaaahppeaaaaaaaaaaaaeppgaaaaaaaaaaaabnpia"
    "aaaaaaaaaaaabddaaaaaaaaaaaaaaaaaaaaaaaaaabiigaaaaaaadiihbabppmaaaaaadoppgaabppmaaaaadoppgaaabppmaaaadopphaaaabpp"
    "maaacopphaaaaabppmaacopphaaaaaabppmacnpphaaaaaaabppmcnppobaaaaaaabppnnppppjaaaaaaabpppppinppeaaaaaabppppiaeppoba"
    "aaaabpppiaaaippkaaaaabppmaaaaamppgaaaabppmaaaaacopocaaabppmaaaaaagppmaaabppmaaaaaaalppiaabppmaaaaaaaboppdabppmaa"
    "aaaaaafppnbaagkkeaaaaaaaaaaaabmpocaaaaaaaaaaaacnpmaaaaaaaaaaaaadopjaaaaaaaaaaaaaeppfaaaaaaaaaaaaagpocaaaaaaaaaaa"
    "aacdbaaaaaaaaaaaaaaaaaaaaaabiigaaaaaaaahiihbppmaaaaaaagpppnbppmaaaaaabopppnbppmaaaaaajppppnbppmaaaaadpplppnbppma"
    "aaaamppcppnbppmaaaagppiappnbppmaaabopnaappnbppmaaajppeaappnbppmaadppkaaappnbppmaamppcaaappnbppmagpphaaaappnbppmb"
    "opnaaaaappnbppmjppeaaaaappnbppoppkaaaaaappnbppppocaaaaaappnbpppphaaaaaaappnbpppnaaaaaaaappnaaaacfcaaaaacfcaaaaaa"
    "afpkaaaaampeaaaaaaabppibacjpoaaaaaaaaahpppppppgaaaaaaaaaagnpppngaaaaaaaaaaaaabcbaaaaaaaaaaaaaaaaaaaaaaaaaahiibaa"
    "aaaaaaabiihakppgaaaaaaaaahppjadppmaaaaaaaaanppdaamppdaaaaaaaeppmaaagppjaaaaaaakppgaaabopobaaaaabppobaaaajppgaaaa"
    "ahppjaaaaadppmaaaaanppdaaaaaalppdaaaeppmaaaaaaafppjaaakppfaaaaaaaaopobabppoaaaaaaaaaippgahppiaaaaaaaaacppmanppca"
    "aaaaaaaaalpphpplaaaaaaaaaaaepppppfaaaaaaaaaaaanpppoaaaaaaaaaaaaahpppiaaaaaaaaaaaaabpppcaaaaaaaaaaaaaepplaaaaaaaa"
    "aaaaaakppfaaaaaaaaaaaaacppoaaaaaaaaaaaaablpphaaaaaaaaaaflmoppnbaaaaaaaaaahppppndaaaaaaaaaaafkkigaaaaaaaaaaabiiga"
    "aaaaaaaahiiabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanp"
    "pabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaaaaaaanppabppmaaaa"
    "aaaaanppabppmaaaaaaaaanppabppneeeeeeeeeoppabpppppppppppppppabpppppppppppppppaaaaaaaakpjaaaaaaaaaaaaaakpjaaaaaaaa"
    "aaaaaakpjaaaaaaaaaaaaaakpjaaaaaaaaaaaaaaegeaaaaaaa";
// clang-format on

}  // namespace emo::vision
