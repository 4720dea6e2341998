import QtQuick
import QtTest
import Xuncun.Ui

TestCase {
    id: root
    name: "Theme"
    when: windowShown

    FontMetrics { id: figures; font.family: Theme.family; font.pixelSize: 40 }
    FontMetrics { id: icons; font.family: Theme.iconFamily; font.pixelSize: 24 }
    AppButton { id: button; text: "一" }
    IconButton { id: iconButton; icon.name: "add"; label: "加"; filled: true }
    Stepper { id: stepper; count: 1 }
    ListRow { id: listRow; title: "村" }
    Segments { id: segments; options: ["合格", "不适用"] }
    FilterChips { id: chips; options: ["全部"] }
    SearchField { id: search }
    AppSwitch { id: onOff; text: "开" }
    Icon { id: icon; name: "add" }
    NavItem { id: navItem; text: "今日"; iconName: "today" }

    function cleanup() {
        Theme.mode = Theme.Mode.Light
        Theme.textScale = 1
        Theme.pixelsPerMm = 96 / 25.4
        Theme.reducedMotion = false
    }
    /// Relative luminance and contrast as WCAG 2 defines them.
    function luminance(c: color): real {
        const linear = part => part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b)
    }
    function contrast(a: color, b: color): real {
        const light = Math.max(luminance(a), luminance(b))
        const dark = Math.min(luminance(a), luminance(b))
        return (light + 0.05) / (dark + 0.05)
    }
    function atLeast(wanted: real, ink: color, ground: color, what: string) {
        const found = contrast(ink, ground)
        verify(found >= wanted, what + ": " + found.toFixed(2) + " < " + wanted)
    }

    function test_textIsReadable_data() {
        return [{tag: "light", mode: Theme.Mode.Light, wanted: 4.5}, {tag: "dark", mode: Theme.Mode.Dark, wanted: 4.5},
                {tag: "sunlight", mode: Theme.Mode.Sunlight, wanted: 7}]
    }
    function test_textIsReadable(data) {
        Theme.mode = data.mode
        for (const ground of ["surface", "raised", "sunken", "primarySoft"])
            for (const ink of ["text", "second"])
                atLeast(data.wanted, Theme[ink], Theme[ground], ink + " on " + ground)
        for (const ground of ["surface", "raised"])
            for (const ink of ["primary", "deduction", "warning", "info"])
                atLeast(data.wanted, Theme[ink], Theme[ground], ink + " on " + ground)
        for (const ink of ["primary", "deduction", "warning", "info"])
            atLeast(data.wanted, Theme[ink], Theme[ink + "Soft"], ink + " on its soft fill")
        for (const ground of ["surface", "raised", "sunken"]) {
            atLeast(data.wanted, Theme.disabledInk, Theme[ground], "what is disabled on " + ground)
            atLeast(3, Theme.outline, Theme[ground], "frames on " + ground)
        }
        atLeast(data.wanted, Theme.inkOnPrimary, Theme.primary, "words of the main button")
        atLeast(data.wanted, Theme.inkOnDeduction, Theme.deduction, "words on the deduction colour")
    }

    function test_targetsAre12MillimetresOnAnyScreen_data() {
        return [{tag: "desktop, 96 dpi", dpi: 96}, {tag: "10 inch, 1280x800", dpi: 149}, {tag: "10 inch, 1920x1200", dpi: 226}, {tag: "phone", dpi: 400}]
    }
    function test_targetsAre12MillimetresOnAnyScreen(data) {
        Theme.pixelsPerMm = data.dpi / 25.4
        const wanted = 12 * Theme.pixelsPerMm
        for (const control of [button, iconButton, listRow, segments, chips, search, onOff, navItem, stepper])
            tryVerify(() => control.implicitHeight >= wanted, 1000, control + " is " + control.implicitHeight + " high, wanted " + wanted)
        for (const control of [button, iconButton, navItem])
            verify(control.implicitWidth >= wanted, control + " is " + control.implicitWidth + " wide, wanted " + wanted)
        verify(Theme.betweenOpposites >= 8 * Theme.pixelsPerMm)
    }

    function test_figuresAreOfOneWidthSoThatScoresDoNotDance() {
        for (const figure of "123456789")
            compare(figures.advanceWidth(figure), figures.advanceWidth("0"))
    }

    function test_iconNamesAreKnownToTheIconFont_data() {
        return ["check", "add", "remove", "photo_camera", "arrow_back", "search", "close", "tune", "gavel", "no_photography", "location_disabled",
                "wrong_location", "history_toggle_off", "photo_library", "gps_not_fixed", "cloud_queue", "fact_check", "leaderboard",
                "cloud_upload", "settings", "today", "my_location", "swap_vert", "sync_problem", "cloud_off", "cloud_done"].map(name => ({tag: name}))
    }
    function test_iconNamesAreKnownToTheIconFont(data) {
        verify(Math.abs(icons.advanceWidth(data.tag) - 24) < 1, "a name that is no icon is drawn as letters")
    }

    function test_nothingMovesInSunlightOrWhenAskedNotTo() {
        compare(Theme.motion, 120)
        Theme.reducedMotion = true
        compare(Theme.motion, 0)
        Theme.reducedMotion = false
        Theme.mode = Theme.Mode.Sunlight
        compare(Theme.motion, 0)
    }

    function test_textGrowsWithTheUsersSize() {
        const before = Theme.sizeBody
        Theme.textScale = 1.45
        verify(Theme.sizeBody >= before * 1.4)
    }

    function test_iconsGrowWithTheTextAQuarterAtMost() {
        const before = icon.size
        Theme.textScale = 1.2
        compare(icon.size, Math.round(before * 1.2))
        Theme.textScale = 1.45
        compare(icon.size, Math.round(before * 1.25))
    }

    function test_inSunlightWhatIsDisabledHasAThinGreyFrame() {
        Theme.mode = Theme.Mode.Sunlight
        const sizes = [button, iconButton].map(control => control.background.border.width)
        compare(sizes, [Theme.lineWidth, Theme.lineWidth])
        button.enabled = iconButton.enabled = false
        for (const control of [button, iconButton]) {
            compare(control.background.border.width, 1)
            compare(control.background.border.color, Theme.disabledInk)
        }
        button.enabled = iconButton.enabled = true
    }
}
