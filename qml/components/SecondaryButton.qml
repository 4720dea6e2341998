/// An action beside the main one.
AppButton {
    kind: AppButton.Kind.Secondary
}
