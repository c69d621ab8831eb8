/** Every resident's screen that is not the first: together, so that none is missing without a network. */
export { AboutScreen } from '#app/screens/about/AboutScreen.tsx';
export { AddScreen } from '#app/screens/add/AddScreen.tsx';
export { CheckScreen } from '#app/screens/check/CheckScreen.tsx';
export { FinishVisitScreen } from '#app/screens/finish-visit/FinishVisitScreen.tsx';
export { HelpScreen } from '#app/screens/help/HelpScreen.tsx';
export { MatterScreen } from '#app/screens/matter/MatterScreen.tsx';
export { MendScreen } from '#app/screens/mend/MendScreen.tsx';
export { MoreScreen } from '#app/screens/more/MoreScreen.tsx';
export { QuestionScreen } from '#app/screens/question/QuestionScreen.tsx';
export { RateScreen } from '#app/screens/rate/RateScreen.tsx';
export { ReopenScreen } from '#app/screens/reopen/ReopenScreen.tsx';
export { RequestScreen } from '#app/screens/request/RequestScreen.tsx';
export { RequestsScreen } from '#app/screens/requests/RequestsScreen.tsx';
export { SentScreen } from '#app/screens/sent/SentScreen.tsx';
export { SettingsScreen } from '#app/screens/settings/SettingsScreen.tsx';
export { WithdrawScreen } from '#app/screens/withdraw/WithdrawScreen.tsx';
