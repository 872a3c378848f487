/** The design language every page speaks. Draws; knows no domain, no routes, no database. */
export { Reading, useLang, useParty, useReader, type PartyName, type Reader } from './reading.tsx';
export { count, languageName, useWords } from './words.ts';

export { buildAssets, type Asset, type AssetLinks, type Assets } from './assets/build.ts';
export type { Palette, PartyColour } from './assets/palette.ts';

export { Page, PageHead, type Crumb, type PageHeadProps, type PageProps } from './frame/Page.tsx';
export { renderFragment, renderPage } from './frame/render.ts';
export { Flash, type FlashMessage } from './frame/Flash.tsx';
export type { FooterProps, HealthNote } from './frame/Footer.tsx';
export type { HeaderProps, UserMark } from './frame/Header.tsx';
export type { NavItem } from './frame/Navigation.tsx';

export { Joint, PartyLabel, Speaker, Voice, type JointProps, type VoiceProps } from './voice/Voice.tsx';
export { SideBySide, type Side } from './voice/SideBySide.tsx';
export { HowFar, type HowFarProps, type NextStep } from './voice/HowFar.tsx';
export { PartyStates, type PartyState } from './voice/PartyStates.tsx';
export { State, stateNames, type StateName, type StateProps } from './voice/State.tsx';

export { Marked, Sought, type LookThrough, type MarkedPart } from './text/Marked.tsx';
export { LocalizedList, LocalizedText, ProvenanceLabel, paragraphsOf, versionFor, type LocalizedTextProps, type Provenance, type TextVersion } from './text/LocalizedText.tsx';
export { Contents, LanguageColumns, type ContentsItem, type LanguageColumnsProps, type PassageRow, type TextColumn } from './text/LanguageColumns.tsx';
export { Change, Difference, Runs, type DifferenceProps, type Run } from './text/Difference.tsx';
export { MarkedText, PassageEditor, type Finding, type PassageEditorProps } from './text/Passage.tsx';

export { Form, type FormProps } from './form/Form.tsx';
export { fieldId, fieldName, type FieldProblem } from './form/scope.ts';
export { ProblemSummary, type ProblemSummaryProps } from './form/ProblemSummary.tsx';
export { Buttons, LinkButton, type ButtonSpec } from './form/Buttons.tsx';
export { DraftNotice, type DraftNoticeProps } from './form/DraftNotice.tsx';
export { FieldSet, type FieldProps, type FieldSetProps } from './form/Field.tsx';
export { LongTextField, MoneyField, NumberField, TextField, type LongTextFieldProps, type MoneyFieldProps, type NumberFieldProps, type TextFieldProps } from './form/TextFields.tsx';
export { DateField, PeriodField, type DateFieldProps, type PeriodFieldProps } from './form/DateFields.tsx';
export {
  CheckField, ChoiceField, MultiSelect, SelectField, YesNo,
  type CheckFieldProps, type ChoiceFieldProps, type MultiSelectProps, type Option, type SelectFieldProps,
} from './form/ChoiceFields.tsx';
export { LocalizedField, type LocalizedFieldProps, type LocalizedInput } from './form/LocalizedField.tsx';
export { ReferencePicker, type ReferencePickerProps } from './form/ReferencePicker.tsx';
export { FileField, type FileFieldProps, type KeptFile } from './form/FileField.tsx';
export { Repeat, type RepeatProps } from './form/Repeat.tsx';

export { Downloads, type Download } from './data/Downloads.tsx';
export { DataTable, type Column, type DataTableProps } from './data/DataTable.tsx';
export { Filters, type FilterGroup, type FilterOption, type FiltersProps } from './data/Filters.tsx';
export { Pagination, type PaginationProps } from './data/Pagination.tsx';
export { EmptyState } from './data/EmptyState.tsx';
export { Cards, type Card } from './data/Cards.tsx';
export { ItemList, type ListItem } from './data/ItemList.tsx';
export { DefinitionList, Panel, type Definition, type PanelProps } from './data/Panel.tsx';
export { LineagePath, Timeline, type LineageStep, type TimelineEntry } from './data/Timeline.tsx';
export { FiguresTable, type FigureRow } from './data/FiguresTable.tsx';
export { ProofPanel, type ProofEntry, type ProofPanelProps } from './data/ProofPanel.tsx';
export { JobMark, Progress, type ProgressProps } from './data/Progress.tsx';
export { Crossed, type CrossedProps, type CrossedVersion } from './data/Crossed.tsx';
export { Steps, Tabs, type Step, type Tab } from './data/Tabs.tsx';

export { Bars, type BarGroup } from './chart/Bars.tsx';
export { ChartFigure, type ChartData } from './chart/ChartFigure.tsx';
export { ProgressBar } from './chart/ProgressBar.tsx';
export { TimeBars, type TimeBar, type TimeBarsProps } from './chart/TimeBars.tsx';
export { TimeSpine, type SpineEvent } from './chart/TimeSpine.tsx';
export { UnitSquares, type UnitGroup, type UnitSquaresProps } from './chart/UnitSquares.tsx';

export { drawMap } from './map/draw.ts';
export { PlaceMap, type MapPlace, type MapTie, type PlaceMapProps } from './map/PlaceMap.tsx';
export { readMapSheet, type MapArea, type MapSheet } from './map/sheet.ts';
