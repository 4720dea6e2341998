pragma Singleton

import QtQuick

/// Colours, sizes and motion of every page. The window sets `mode`, `textScale`, `pixelsPerMm` and
/// `reducedMotion`; everything else follows. All lengths are pixels, already scaled to the screen.
QtObject {
    id: theme

    enum Mode { Light, Dark, Sunlight }
    enum Tone { Neutral, Primary, Deduction, Warning, Info }

    property int mode: Theme.Mode.Light
    property real textScale: 1.0
    property real pixelsPerMm: 96 / 25.4
    property bool reducedMotion: false

    readonly property bool dark: mode === Theme.Mode.Dark
    readonly property bool sunlight: mode === Theme.Mode.Sunlight

    // Surfaces
    readonly property color surface: pick("#F7F8F6", "#121614", "#FFFFFF")
    readonly property color raised: pick("#FFFFFF", "#1C211E", "#FFFFFF")
    readonly property color sunken: pick("#EDF0EC", "#242A26", "#FFFFFF")
    readonly property color line: pick("#DDE2DC", "#303733", "#000000")
    /// The frame of what one types into or chooses from: without it the control cannot be seen.
    readonly property color outline: pick("#808B84", "#6B756F", "#000000")
    readonly property int lineWidth: sunlight ? 2 : 1
    readonly property color scrim: sunlight ? "#B3000000" : "#66000000"
    readonly property color pressed: pick("#0F16201B", "#14E8EDE9", "#26000000")

    // Words
    readonly property color text: pick("#16201B", "#E8EDE9", "#000000")
    readonly property color second: pick("#55635B", "#A7B3AB", "#000000")
    readonly property color disabledInk: pick("#55635B", "#A7B3AB", "#595959")

    // Meaning: never without an icon or a word beside it
    readonly property color primary: pick("#1B6B4F", "#6FCBA6", "#003D29")
    readonly property color inkOnPrimary: pick("#FFFFFF", "#0D2A1F", "#FFFFFF")
    readonly property color primarySoft: pick("#E2EEE8", "#1E3A2F", "#FFFFFF")
    readonly property color deduction: pick("#B3261E", "#FF8A80", "#8B0000")
    readonly property color inkOnDeduction: pick("#FFFFFF", "#3B0907", "#FFFFFF")
    readonly property color deductionSoft: pick("#FBEBE9", "#3A2321", "#FFFFFF")
    readonly property color warning: pick("#8A5A00", "#FFC76B", "#5C3A00")
    readonly property color warningSoft: pick("#FBF2E0", "#3A2F1C", "#FFFFFF")
    readonly property color info: pick("#2F5E8E", "#9CC4F0", "#00264D")
    readonly property color infoSoft: pick("#E7EFF7", "#1F2D3B", "#FFFFFF")

    // Type. Figures of Noto Sans CJK are all of one width, so scores do not dance.
    readonly property string family: "Noto Sans CJK SC"
    readonly property string iconFamily: iconFont.name
    readonly property FontLoader iconFont: FontLoader { source: "qrc:/fonts/MaterialIcons-Regular.ttf" }
    readonly property int sizeSecond: sp(14)
    readonly property int sizeBody: sp(17)
    readonly property int sizeTitle: sp(20)
    readonly property int sizePage: sp(26)
    readonly property int sizeScore: sp(40)
    /// Icons grow with the text, but less: what they stand beside needs the room.
    readonly property int sizeIcon: dp(24 * Math.min(1.25, Math.max(1, textScale)))
    readonly property int strong: Font.Bold

    // Space and touch. A dp is a pixel on a screen of 160 dots per inch or fewer.
    readonly property real unit: Math.max(1, pixelsPerMm * 25.4 / 160)
    readonly property int touch: Math.max(dp(44), Math.ceil(12 * pixelsPerMm))
    readonly property int betweenOpposites: Math.max(dp(8), Math.ceil(8 * pixelsPerMm))
    readonly property int margin: dp(24)
    readonly property int radius: dp(14)
    readonly property int radiusSmall: dp(8)
    readonly property int titleRow: Math.max(dp(56), touch)
    readonly property int stateBar: Math.max(dp(36), Math.round(sizeSecond * 2.2))
    readonly property int wideFrom: dp(840)

    readonly property int motion: sunlight || reducedMotion ? 0 : 120
    /// After so many ms without a key what was typed counts as said.
    readonly property int typingPause: 500

    function dp(length: real): int { return Math.round(length * unit) }
    function sp(size: real): int { return Math.round(size * unit * textScale) }
    /// Steps of 4 dp: space(6) is the page margin.
    function space(steps: real): int { return dp(4 * steps) }

    function pick(light: color, night: color, sun: color): color {
        return sunlight ? sun : dark ? night : light
    }
    /// The word and icon colour of a tone.
    function toneColor(tone: int): color {
        switch (tone) {
        case Theme.Tone.Primary: return primary
        case Theme.Tone.Deduction: return deduction
        case Theme.Tone.Warning: return warning
        case Theme.Tone.Info: return info
        }
        return second
    }
    /// The quiet fill behind a tone's words.
    function toneFill(tone: int): color {
        switch (tone) {
        case Theme.Tone.Primary: return primarySoft
        case Theme.Tone.Deduction: return deductionSoft
        case Theme.Tone.Warning: return warningSoft
        case Theme.Tone.Info: return infoSoft
        }
        return sunken
    }
}
