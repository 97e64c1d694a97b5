package io.cairn.assessment.roadmap.amending;

/** One of the changes that may come together in an {@link AmendAction}. */
public sealed interface ActionChange permits ChangeAction, StartAction, CompleteAction, DropAction {}
